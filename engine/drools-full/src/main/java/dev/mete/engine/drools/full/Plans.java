package dev.mete.engine.drools.full;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.fact.Plan;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Plans and numbers that code asked for, in the engine's own terms. What makes no sense is thrown as {@link Senseless}. */
final class Plans {
    private final Catalog catalog;
    private final Span span;

    /**
     * Plans of one rule.
     *
     * @param span the rule
     */
    Plans(Catalog catalog, Span span) {
        this.catalog = catalog;
        this.span = span;
    }

    PlanIr plan(Plan plan) {
        if (plan.model() == null || plan.effort() == null) {
            throw new Senseless("a plan without a model or an effort");
        }
        Model model = catalog.model(plan.model())
                .orElseThrow(() -> new Senseless("the catalog has no model `" + plan.model() + "`: "
                        + NearestName.help(plan.model(), catalog.ids())));
        return new PlanIr(
                new PolicyModel(model.id(), model, span),
                Effort.valueOf(plan.effort().name()),
                quantity("a thinking budget", plan.thinking()),
                quantity("a cap", plan.cap()),
                quantity("a timeout", plan.timeoutMs()),
                span);
    }

    private @Nullable Quantity quantity(String what, @Nullable Long number) {
        return number == null ? null : atLeast(what, number, 1, span);
    }

    static Quantity atLeast(String what, long number, long least, Span span) {
        if (number < least) {
            throw new Senseless(what + " of " + number + " is less than " + least);
        }
        return Quantity.fixed(number, span);
    }

    /** A number of Java in the smallest parts of a unit, to the nearest one. */
    static long parts(String what, double number, Unit unit) {
        boolean isNumber = number >= 0 && number <= unit.inUnits(unit.most()).doubleValue();
        if (!isNumber) {
            throw new Senseless(what + " of " + number + " is not between 0 and "
                    + unit.inUnits(unit.most()).toPlainString());
        }
        return BigDecimal.valueOf(number)
                .multiply(BigDecimal.valueOf(unit.scale()))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
