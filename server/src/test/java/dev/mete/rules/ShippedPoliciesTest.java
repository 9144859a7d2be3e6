package dev.mete.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.load.Loading;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.Explanation.Line;
import dev.mete.fixtures.FixtureFolder;
import dev.mete.fixtures.FixtureRunner;
import dev.mete.fixtures.TestReport;
import dev.mete.fixtures.junit.PoliciesIn;
import dev.mete.fixtures.junit.PolicyTests;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every test of the shipped policies, and holds them to what a team that starts from them may expect. */
@PoliciesIn(Shipped.FOLDER)
final class ShippedPoliciesTest implements PolicyTests {
    private static final int FEWEST_RULES = 10;
    private static final int FEWEST_FIXTURE_CASES = 20;

    static List<String> shipped() {
        return Shipped.POLICIES;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void loadsWithoutAWarningButOfWhatNobodyPublishes(String name) {
        assertThat(Shipped.LOADER.load(Shipped.folder(name), Shipped.catalog()).diagnostics())
                .filteredOn(found -> !isUnpublished(found))
                .isEmpty();
    }

    /**
     * What servers of one's own cost, only their owner can say; of first tokens only medians are published; and the errors of one model at each
     * effort, which is about to end.
     */
    private static boolean isUnpublished(Diagnostic found) {
        return found.message().contains("(self-hosted/")
                || found.code().equals("M0415")
                || found.message().startsWith("`openai/gpt-5` is deprecated");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void hasEnoughRulesAndCases(String name) {
        with(name, (policy, report) -> {
            assertThat(policy.info().rules()).hasSizeGreaterThanOrEqualTo(FEWEST_RULES);
            assertThat(report.cases() - policy.info().tests().size()).isGreaterThanOrEqualTo(FEWEST_FIXTURE_CASES);
            assertThat(cases(report).map(ran -> ran.test().name())).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyRuleDecidesInACase(String name) {
        with(
                name,
                (policy, report) -> assertThat(decisions(report).map(Decision::rule))
                        .containsAll(policy.info().rules()));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyLimitLowersSomethingInACase(String name) {
        with(name, (policy, report) -> {
            var limits = cases(report)
                    .flatMap(ran -> policy.explain(ran.test().given()).limits().stream())
                    .map(Line::name)
                    .distinct()
                    .toList();
            assertThat(limits).isNotEmpty();
            assertThat(decisions(report).flatMap(decision -> decision.limitedBy().stream()))
                    .containsAll(limits);
        });
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyLimitIsIdleInACase(String name) {
        with(
                name,
                (policy, report) ->
                        assertThat(decisions(report).map(Decision::limitedBy)).contains(List.of()));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyBucketLineHoldsInACase(String name) {
        with(name, (policy, report) -> {
            var lines = cases(report)
                    .flatMap(ran -> policy.explain(ran.test().given()).buckets().stream())
                    .toList();
            assertThat(lines.stream().filter(Line::held).map(Line::name))
                    .containsAll(lines.stream().map(Line::name).toList());
            assertThat(decisions(report).map(Decision::bucket)).contains(Bucket.values());
        });
    }

    private static Stream<TestReport.Case> cases(TestReport report) {
        return report.suites().stream().flatMap(suite -> suite.cases().stream());
    }

    private static Stream<Decision> decisions(TestReport report) {
        return cases(report)
                .map(TestReport.Case::outcome)
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast);
    }

    private static void with(String name, BiConsumer<CompiledPolicy, TestReport> check) {
        var folder = Shipped.folder(name);
        assertThat(Shipped.LOADER.load(folder, Shipped.catalog()))
                .isInstanceOfSatisfying(Loading.Loaded.class, loaded -> {
                    try (var policy = loaded.policy()) {
                        check.accept(
                                policy,
                                FixtureRunner.run(
                                        policy,
                                        loaded.diagnostics(),
                                        FixtureFolder.read(folder, policy),
                                        Shipped.LOADER,
                                        Shipped.catalog()));
                    }
                });
    }
}
