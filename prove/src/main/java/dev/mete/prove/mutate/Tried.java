package dev.mete.prove.mutate;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.fixture.PolicyTest;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.prove.diff.DiffPolicies;
import dev.mete.prove.diff.Example;
import dev.mete.prove.search.Budget;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a mutant. Immutable.
 *
 * @param other a task that it decides otherwise; null but where it survived
 */
public record Tried(Mutant mutant, Fate fate, Example.@Nullable Other other) {
    /** What can come of a mutant. */
    public enum Fate {
        /** A test fails. */
        KILLED,
        /** It decides every task as the policy does: there is nothing to notice. */
        EQUIVALENT,
        /** No test fails, and there is a task that it decides otherwise. */
        SURVIVED,
        /** No test fails, and whether there is such a task was not decided in time. */
        NOT_DECIDED
    }

    /**
     * Tries all mutants of a policy.
     *
     * @param tests those that pass; their tasks are of the policy's own schema
     * @param time for each mutant that no test notices
     */
    public static List<Tried> all(PolicyIr policy, List<PolicyTest> tests, Duration time) {
        return Mutants.of(policy).stream()
                .map(mutant -> tried(policy, mutant, tests, time))
                .toList();
    }

    private static Tried tried(PolicyIr policy, Mutant mutant, List<PolicyTest> tests, Duration time) {
        var evaluator = new Evaluator(mutant.policy(), NativeEngine.NAME);
        boolean isKilled = tests.stream()
                .anyMatch(
                        test -> !test.mismatches(evaluator.decide(test.given())).isEmpty());
        if (isKilled) {
            return new Tried(mutant, Fate.KILLED, null);
        }
        return switch (DiffPolicies.example(policy, mutant.policy(), Budget.of(time))) {
            case Example.Other other -> new Tried(mutant, Fate.SURVIVED, other);
            case Example.Same() -> new Tried(mutant, Fate.EQUIVALENT, null);
            case Example.NotDecided() -> new Tried(mutant, Fate.NOT_DECIDED, null);
        };
    }
}
