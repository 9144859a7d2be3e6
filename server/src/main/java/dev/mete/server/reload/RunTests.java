package dev.mete.server.reload;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.fixture.Mismatch;
import dev.mete.engine.fixture.PolicyTest;
import dev.mete.engine.policy.CompiledPolicy;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the tests that stand in a policy. */
final class RunTests {
    private RunTests() {}

    /** An error for each test that fails. */
    static List<Diagnostic> of(CompiledPolicy policy) {
        return policy.info().tests().stream()
                .flatMap(test -> of(policy, test).stream())
                .toList();
    }

    private static List<Diagnostic> of(CompiledPolicy policy, PolicyTest test) {
        List<Mismatch> mismatches = test.mismatches(policy.decide(test.given()));
        if (mismatches.isEmpty()) {
            return List.of();
        }
        String all = mismatches.stream().map(Mismatch::message).collect(Collectors.joining("; "));
        return List.of(Diagnostic.error("M0690", test.span(), "the test `" + test.name() + "` fails: " + all));
    }
}
