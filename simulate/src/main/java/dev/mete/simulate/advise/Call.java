package dev.mete.simulate.advise;

import dev.mete.engine.catalog.Effort;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One logged call: what was decided and what came of it. Immutable.
 *
 * @param cap all output that was allowed, in tokens
 * @param timeoutMillis what one attempt may take
 * @param longestMillis what all attempts at the model and its fallbacks may take
 * @param outcome what came of it
 * @param kind what kind of task it was
 * @param errorCostNanos what a wrong answer costs, in nano-dollars
 * @param toleranceMillis how long the caller can wait
 */
record Call(
        String rule,
        String model,
        Effort effort,
        @Nullable Long cap,
        @Nullable Long timeoutMillis,
        @Nullable Long longestMillis,
        Outcome outcome,
        Kind kind,
        @Nullable Long errorCostNanos,
        @Nullable Long toleranceMillis,
        @Nullable Instant at) {
    /** The {@code type} and {@code complexity} of a task; empty where it does not tell. */
    record Kind(String type, String complexity) {}

    /**
     * What came of a call; null is what the log does not tell.
     *
     * @param output all of it in tokens, thinking included
     * @param isCutOff whether the provider says that the cap ended it; null where it does not say why the answer ended
     */
    record Outcome(
            @Nullable Boolean success,
            @Nullable Long input,
            long cached,
            @Nullable Long output,
            @Nullable Long thinking,
            @Nullable Long latencyMillis,
            @Nullable Boolean isCutOff) {}

    /** Whether the cap ended the answer, which the provider knows best. */
    boolean isCutOff() {
        return outcome.isCutOff() != null
                ? outcome.isCutOff()
                : cap != null && outcome.output() != null && outcome.output() >= cap;
    }

    /** Whether the answer came too late: after what the caller can wait, or where that is not told after the timeout. Null where unknown. */
    @Nullable
    Boolean isLate() {
        Long most = toleranceMillis != null ? toleranceMillis : timeoutMillis;
        return (most == null || outcome.latencyMillis() == null) ? null : (Boolean) (outcome.latencyMillis() > most);
    }
}
