package dev.mete.engine.check;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.Quantity;
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
                case Bound.ThinkingAtMost(Quantity tokens) -> quantity(tokens, Least.THINKING_LIMIT);
                case Bound.CapAtMost(Quantity tokens) -> quantity(tokens, Least.CAP_LIMIT);
                case Bound.CostAtMost(Quantity nanos) -> quantity(nanos, Least.COST_LIMIT);
                case Bound.TimeoutAtMost(Quantity millis) -> quantity(millis, Least.TIMEOUT_LIMIT);
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

    private void quantity(Quantity quantity, Least least) {
        least.unmet(quantity, policy.schema()).ifPresent(found::add);
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
