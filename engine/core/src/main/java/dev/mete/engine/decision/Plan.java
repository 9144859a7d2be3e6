package dev.mete.engine.decision;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;

/**
 * What to send to which model. Immutable.
 *
 * @param tokenCap all output tokens, hidden thinking included; at least 1
 * @param thinkingTokens how much of the cap hidden thinking may take; 0 where the effort is none
 * @param timeoutMillis how long to wait for the whole answer; 0 where nothing bounds it
 */
public record Plan(Model model, Effort effort, long tokenCap, long thinkingTokens, long timeoutMillis) {
    /** The timeout of a plan that has none. */
    public static final long NO_TIMEOUT = 0;

    /** Whether a timeout bounds the plan. */
    public boolean hasTimeout() {
        return timeoutMillis != NO_TIMEOUT;
    }
}
