package dev.mete.engine.economics;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PlanIr;
import java.util.List;

/**
 * The condition that a plan's answer is cut off in at most a given share of calls. Since the share falls as the cap leaves more room for thinking, it
 * is at most a constant exactly where that room is at least a quantile of the thinking: a linear comparison.
 */
public final class CutOff {
    private CutOff() {}

    /** Whether the catalog says how long the plan thinks. */
    public static boolean isKnown(PlanIr plan) {
        return Weigh.thinking(plan).isPresent();
    }

    /**
     * That at most {@code share} millionths of the answers are cut off by the plan's own cap, the output limit or the context window.
     *
     * @param input the slot of {@code input_tokens}
     * @param output the slot of {@code output_tokens}
     * @throws IllegalArgumentException where the catalog does not say how long the plan thinks
     */
    public static Condition atMost(int share, PlanIr plan, int input, int output, Span span) {
        Model model = plan.model().model();
        var thinking = Weigh.thinking(plan)
                .orElseThrow(() -> new IllegalArgumentException("it is not known how long " + model.id() + " thinks"));
        Amount needed =
                new Amount.Sum(List.of(new Amount.Slot(output), new Amount.Fixed(thinking.notExceededBut(share))));
        var window = new Condition.Compare(
                Comparison.AT_LEAST,
                new Amount.Fixed(model.contextWindow()),
                new Amount.Sum(List.of(new Amount.Slot(input), needed)),
                1,
                span);
        var limit = new Condition.Compare(Comparison.AT_LEAST, new Amount.Fixed(model.outputLimit()), needed, 1, span);
        if (plan.cap() == null) {
            return new Condition.And(List.of(window, limit), span);
        }
        var cap = new Condition.Compare(
                Comparison.AT_LEAST,
                plan.cap().numerator(),
                new Amount.Times(plan.cap().divisor(), needed),
                1,
                span);
        return new Condition.And(List.of(cap, window, limit), span);
    }
}
