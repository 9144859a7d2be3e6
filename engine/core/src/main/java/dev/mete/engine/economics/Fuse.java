package dev.mete.engine.economics;

import dev.mete.engine.ir.PlanIr;
import java.util.Optional;

/** How a plan's thinking relates to the tokens and the time that it is given. Empty where the catalog lacks a figure. */
public final class Fuse {
    private Fuse() {}

    /** How often a cap cuts an answer of so many tokens off, in millionths. */
    public static Optional<Integer> cutOff(PlanIr plan, long cap, long answer) {
        return Weigh.thinking(plan).map(thinking -> thinking.longerThan(cap - answer));
    }

    /**
     * The least cap that cuts an answer of so many tokens off in at most {@code share} millionths of the calls.
     *
     * @throws java.util.NoSuchElementException where the catalog does not say how long the plan thinks
     */
    public static long room(PlanIr plan, int share, long answer) {
        return answer + Weigh.thinking(plan).orElseThrow().notExceededBut(share);
    }

    /** The median latency of an answer of so many tokens, in microseconds. */
    public static Optional<Long> median(PlanIr plan, long answer) {
        var thinking = Weigh.thinking(plan);
        return plan.model()
                .model()
                .figures()
                .speed(plan.effort())
                .map(speed -> new Pace(speed, thinking.orElse(null)))
                .filter(Pace::isKnown)
                .map(pace -> pace.median(answer, Long.MAX_VALUE));
    }
}
