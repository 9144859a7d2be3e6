package dev.mete.engine.check;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that limits leave something to decide: a limit is a hard ceiling, so at least one model has to be able to stay below it. */
final class CheckLimits {
    private final PolicyIr policy;
    private final List<Diagnostic> found;

    CheckLimits(PolicyIr policy, List<Diagnostic> found) {
        this.policy = policy;
        this.found = found;
    }

    void check() {
        for (LimitIr limit : policy.limits()) {
            switch (limit.bound()) {
                case Bound.EffortAtMost(Effort most) -> effort(limit, most);
                case Bound.ThinkingAtMost(Quantity tokens) -> quantity(tokens, 0, "a limit on thinking", Unit.TOKENS);
                case Bound.CapAtMost(Quantity tokens) -> quantity(tokens, 1, "a limit on the cap", Unit.TOKENS);
                case Bound.TimeoutAtMost(Quantity millis) ->
                    quantity(millis, 1, "a limit on the timeout", Unit.DURATION);
            }
        }
        caps();
    }

    private void effort(LimitIr limit, Effort most) {
        boolean obeyed = policy.models().stream()
                .anyMatch(model -> model.model().efforts().first().compareTo(most) <= 0);
        if (!obeyed && !policy.models().isEmpty()) {
            String least = policy.models().stream()
                    .map(model -> "`" + model.alias() + "` at least "
                            + model.model().efforts().first().word())
                    .collect(Collectors.joining(", "));
            found.add(Diagnostic.error(
                    "M0501",
                    limit.span(),
                    "no model of this policy can obey `effort <= " + most.word() + "`",
                    "they think " + least + "; raise the limit, or add a model that can think less"));
        }
    }

    private void quantity(Quantity quantity, long least, String what, Unit unit) {
        TaskSchema schema = policy.schema();
        var range = Range.of(quantity, schema);
        if (range.least().compareTo(BigInteger.valueOf(least)) < 0) {
            found.add(Diagnostic.error(
                    "M0502",
                    quantity.span(),
                    what + (quantity.isFixed() ? " of " : " that can come to ")
                            + unit.format(range.least().longValueExact()) + " leaves nothing",
                    quantity.isFixed()
                            ? "write at least " + unit.format(least)
                            : "keep it up with `max(…, " + unit.format(least) + ")`"));
        }
    }

    /** Where every model thinks, a limit on cap or thinking can leave a request that would be cut off before its answer: warn where it can. */
    private void caps() {
        boolean canAlwaysAnswer = policy.models().stream()
                .anyMatch(model -> model.model().efforts().first() == Effort.NONE);
        if (canAlwaysAnswer || policy.models().isEmpty()) {
            return;
        }
        for (LimitIr limit : policy.limits()) {
            if (limit.bound() instanceof Bound.CapAtMost || limit.bound() instanceof Bound.ThinkingAtMost) {
                found.add(Diagnostic.warning(
                        "M0503",
                        limit.span(),
                        "every model of this policy thinks, so this limit can leave no room for the answer, and such a task is refused",
                        "add a model that can answer without thinking"));
            }
        }
    }
}
