package dev.mete.dsl.check;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.task.Unit;

/**
 * A checked amount: what it is measured in and how it comes about. Immutable.
 *
 * @param plain whether it is a constant written without a unit, which counts tokens as well as numbers
 */
public record Measure(Unit unit, boolean plain, Form form, Span span) {
    /** An amount with a unit. */
    static Measure of(Unit unit, Form form, Span span) {
        return new Measure(unit, false, form, span);
    }

    /** Whether the amount can stand where an amount of the unit is meant. */
    boolean fits(Unit wanted) {
        return unit == wanted || (plain && !wanted.isDimensioned());
    }

    /** The same amount at another place. */
    Measure at(Span place) {
        return new Measure(unit, plain, form, place);
    }
}
