package dev.mete.engine.eval;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.economics.EstimatePlan;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import java.util.OptionalLong;

/** How many output tokens time and money leave for a call. */
final class Share {
    /** No bound. */
    static final long ALL = Long.MAX_VALUE;

    private Share() {}

    /**
     * The tokens that a model can give within the latency tolerance, where the task tells it. A first token that was measured after the thinking covers
     * the median of it: what a call thinks beyond that takes its time beside it.
     *
     * @param usual the median of the thinking; empty where it is not known, so that all that is wanted counts as covered
     * @param wanted the thinking that there should be room for
     */
    static long ofDeadline(Speed speed, Task task, OptionalLong usual, long wanted) {
        int slot = task.schema().slot(StandardFeatures.LATENCY_TOLERANCE);
        if (!task.has(slot)) {
            return ALL;
        }
        return FitRules.withinDeadline(speed, task.number(slot), usual.orElse(wanted));
    }

    /** The tokens that a model can give for so many nano-dollars, whatever share of them it thinks; less than 0 where the prompt costs more. */
    static long ofCost(Prices prices, Model model, Task task, long nanos) {
        if (nanos == Bounds.NONE.cost()) {
            return ALL;
        }
        TokenPrices token = prices.at(task.number(task.schema().slot(StandardFeatures.INPUT_TOKENS)));
        long left = FitRules.picos(nanos) - EstimatePlan.inputCost(token, model, task);
        return token.dearestOutput() == 0 ? (left < 0 ? -1 : ALL) : Math.floorDiv(left, token.dearestOutput());
    }
}
