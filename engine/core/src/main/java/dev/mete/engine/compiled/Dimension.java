package dev.mete.engine.compiled;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.ir.LimitIr;

/** What a limit can bound: the effort, by its ordinal; tokens; nano-dollars; milliseconds. */
enum Dimension {
    EFFORT(Effort.MAX.ordinal()),
    THINKING(Long.MAX_VALUE),
    CAP(Long.MAX_VALUE),
    COST(Long.MAX_VALUE),
    TIMEOUT(Long.MAX_VALUE);

    /** How many there are. */
    static final int COUNT = 5;

    private final long free;

    Dimension(long free) {
        this.free = free;
    }

    /** The bound that bounds nothing. */
    long free() {
        return free;
    }

    /** What a limit bounds. */
    static Dimension of(LimitIr.Bound bound) {
        return switch (bound) {
            case LimitIr.Bound.EffortAtMost _ -> EFFORT;
            case LimitIr.Bound.ThinkingAtMost _ -> THINKING;
            case LimitIr.Bound.CapAtMost _ -> CAP;
            case LimitIr.Bound.CostAtMost _ -> COST;
            case LimitIr.Bound.TimeoutAtMost _ -> TIMEOUT;
        };
    }
}
