package dev.mete.cli;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.fixture.PolicyTest;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.fixtures.TestReport;
import dev.mete.prove.cover.Coverage;
import dev.mete.prove.mutate.Tried;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what the tests of policies are worth. */
final class JudgeTests {
    private final TestOptions asked;

    JudgeTests(TestOptions asked) {
        this.asked = asked;
    }

    Judged of(List<RunPaths.Ran> all) throws Stopped {
        double least = asked.leastCovered();
        if (asked.seconds() < 1 || least < 0 || least > 100) {
            throw new Stopped("--time-limit is at least 1, and --min-coverage between 0 and 100");
        }
        var policies = new ArrayList<Judged.Policy>();
        if (asked.covers() || asked.mutates() || asked.generated() != null) {
            for (RunPaths.Ran ran : all) {
                ran.policy().map(policy -> judged(ran, policy)).ifPresent(policies::add);
            }
        }
        if (asked.generated() != null && policies.size() != 1) {
            throw new Stopped("--generate writes the cases of one policy: name one that loads");
        }
        return new Judged(asked, policies);
    }

    private Judged.Policy judged(RunPaths.Ran ran, PolicyIr policy) {
        List<PolicyTest> tests = ran.report().suites().stream()
                .flatMap(suite -> suite.cases().stream())
                .map(TestReport.Case::test)
                .toList();
        var tasks = tests.stream().map(PolicyTest::given).toList();
        Duration time = Duration.ofSeconds(asked.seconds());
        return new Judged.Policy(
                ran.root(),
                policy.name(),
                asked.covers() ? Optional.of(Coverage.of(policy, tasks)) : Optional.empty(),
                asked.mutates() ? Optional.of(Tried.all(policy, passing(policy, tests), time)) : Optional.empty(),
                asked.generated() == null ? Optional.empty() : Optional.of(GenerateCases.of(policy, tasks, time)));
    }

    /** A case at other prices than the catalog's own, and one that fails, notices nothing. */
    private static List<PolicyTest> passing(PolicyIr policy, List<PolicyTest> tests) {
        var evaluator = new Evaluator(policy, NativeEngine.NAME);
        return tests.stream()
                .filter(test -> test.mismatches(evaluator.decide(test.given())).isEmpty())
                .toList();
    }
}
