package dev.mete.dsl.syntax;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Goal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule asks for: one plan, or several to choose from. Immutable. */
public sealed interface Choice {
    /** The words of the choice. */
    Span span();

    /** One plan. */
    record Single(PlanLine plan, Span span) implements Choice {}

    /** Several plans, of which the catalog's figures pick one. */
    record Several(
            Goal goal, List<PlanLine> plans, @Nullable Expression where, Span span) implements Choice {
        public Several {
            plans = List.copyOf(plans);
        }
    }

    /** All plans that are written. */
    default List<PlanLine> plans() {
        return switch (this) {
            case Single(var plan, var _) -> List.of(plan);
            case Several(var _, var plans, var _, var _) -> plans;
        };
    }
}
