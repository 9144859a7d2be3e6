package dev.mete.simulate.run;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Estimate;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.Refusal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What a contender does with a task. */
sealed interface Choice {
    /**
     * It sends a call; bucket and rule are empty for what is no policy.
     *
     * @param estimate what the call is expected to come to
     */
    record Sends(Plan plan, String bucket, String rule, Estimate estimate) implements Choice {
        /** Model and effort. */
        String planName() {
            return Names.of(plan);
        }
    }

    /** The names of plans, each made once. */
    final class Names {
        private static final Map<String, String[]> BY_MODEL = new ConcurrentHashMap<>();

        private Names() {}

        private static String of(Plan plan) {
            return BY_MODEL.computeIfAbsent(plan.model().id(), Names::all)[
                    plan.effort().ordinal()];
        }

        private static String[] all(String model) {
            return Stream.of(Effort.values())
                    .map(effort -> model + "/" + effort.word())
                    .toArray(String[]::new);
        }
    }

    /** No model can take the task. */
    record Refuses() implements Choice {}

    /** The policy fails at it. */
    record Fails() implements Choice {}

    /** What a policy's outcome means. */
    static Choice of(Outcome outcome) {
        return switch (outcome) {
            case Decision decision ->
                new Sends(decision.plan(), decision.bucket().word(), decision.rule(), decision.estimate());
            case Refusal _ -> new Refuses();
            case Fault _ -> new Fails();
        };
    }
}
