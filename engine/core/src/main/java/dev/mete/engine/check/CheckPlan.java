package dev.mete.engine.check;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.ReadSlots;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks what a plan asks for against its model, for all tasks at once by the bounds of the features. */
final class CheckPlan {
    private final TaskSchema schema;
    private final Condition when;
    private final List<Diagnostic> found;

    /** Checks the plans of a rule that holds where the condition does. */
    CheckPlan(TaskSchema schema, Condition when, List<Diagnostic> found) {
        this.schema = schema;
        this.when = when;
        this.found = found;
    }

    void check(PlanIr plan) {
        effort(plan);
        boolean canThink = isMet(Least.THINKING, plan.thinking()) && isPossible(plan);
        if (isMet(Least.CAP, plan.cap()) && isWithinOutput(plan) && canThink) {
            room(plan);
        }
        isMet(Least.TIMEOUT, plan.timeout());
    }

    private boolean isMet(Least least, @Nullable Quantity quantity) {
        if (quantity == null) {
            return true;
        }
        var unmet = least.unmet(quantity, schema);
        unmet.ifPresent(found::add);
        return unmet.isEmpty();
    }

    private void effort(PlanIr plan) {
        Model model = plan.model().model();
        if (model.takes(plan.effort())) {
            return;
        }
        String levels = model.efforts().stream().map(Effort::word).collect(Collectors.joining(", "));
        found.add(Diagnostic.error(
                "M0403",
                plan.span(),
                "`" + plan.model().alias() + "` (" + model.id() + ") cannot take `effort "
                        + plan.effort().word() + "`",
                "it takes " + levels + "; the nearest is `effort "
                        + model.nearest(plan.effort()).word() + "`"));
    }

    /** Whether the model can take the thinking that is asked for. */
    private boolean isPossible(PlanIr plan) {
        Quantity thinking = plan.thinking();
        if (thinking == null) {
            return true;
        }
        Model model = plan.model().model();
        Thinking ability = model.thinking();
        if (plan.effort() == Effort.NONE || ability == null) {
            error(
                    "M0404",
                    thinking.span(),
                    "a plan that does not think has no use for a thinking budget",
                    "drop it, or ask for an effort above none");
            return false;
        }
        var range = Range.of(thinking, schema);
        long least = ability.budget() == null ? 1 : ability.budget().least();
        if (range.most().compareTo(BigInteger.valueOf(least)) < 0
                || range.least().compareTo(BigInteger.valueOf(model.thinkingLimit())) > 0) {
            error(
                    "M0404",
                    thinking.span(),
                    "`" + plan.model().alias() + "` (" + model.id() + ") cannot take a thinking budget of "
                            + shown(range),
                    "it takes from " + Unit.TOKENS.format(least) + " to " + Unit.TOKENS.format(model.thinkingLimit())
                            + " tokens");
            return false;
        }
        return true;
    }

    private boolean isWithinOutput(PlanIr plan) {
        Quantity cap = plan.cap();
        Model model = plan.model().model();
        if (cap == null || Range.of(cap, schema).least().compareTo(BigInteger.valueOf(model.outputLimit())) <= 0) {
            return true;
        }
        error(
                "M0406",
                cap.span(),
                "a cap of " + shown(Range.of(cap, schema)) + " tokens is above the output limit of `"
                        + plan.model().alias() + "` (" + model.id() + ")",
                "it gives at most " + Unit.TOKENS.format(model.outputLimit()) + " tokens");
        return false;
    }

    /** Checks that a cap holds the least thinking that is worth asking for, and the answer. */
    private void room(PlanIr plan) {
        Quantity cap = plan.cap();
        Model model = plan.model().model();
        if (cap == null || plan.effort() == Effort.NONE || !model.takes(plan.effort())) {
            return;
        }
        var range = Range.of(cap, schema);
        BigInteger needed = leastThinking(plan, model).add(expectedAnswer());
        if (range.most().compareTo(needed) < 0) {
            error(
                    "M0407",
                    cap.span(),
                    "a cap of " + shown(range) + " tokens leaves no room for thinking and an answer",
                    "with `effort " + plan.effort().word() + "` and an answer of "
                            + Unit.TOKENS.format(expectedAnswer().longValueExact())
                            + (expectedAnswer().equals(BigInteger.ONE) ? " token" : " tokens") + " it takes at least "
                            + Unit.TOKENS.format(needed.longValueExact()) + "; raise the cap or lower the effort");
        }
    }

    private BigInteger leastThinking(PlanIr plan, Model model) {
        return plan.thinking() != null
                ? Range.of(plan.thinking(), schema).least()
                : BigInteger.valueOf(model.thinkingFloor(plan.effort()));
    }

    /** The answer that a task expects where it does not say; the shortest where every task has to say, or the rule asks how long it is. */
    private BigInteger expectedAnswer() {
        int slot = schema.slot(StandardFeatures.OUTPUT_TOKENS);
        var feature = schema.feature(slot);
        return feature.defaultValue() instanceof Value.Scalar(long number) && !ReadSlots.reads(when, slot)
                ? BigInteger.valueOf(number)
                : Range.of(new Amount.Slot(slot), schema).least().max(BigInteger.ONE);
    }

    private void error(String code, Span span, String message, String help) {
        found.add(Diagnostic.error(code, span, message, help));
    }

    private static String shown(Range range) {
        String least = Unit.TOKENS.format(range.least().longValueExact());
        return range.least().equals(range.most())
                ? least
                : least + " to " + Unit.TOKENS.format(range.most().longValueExact());
    }
}
