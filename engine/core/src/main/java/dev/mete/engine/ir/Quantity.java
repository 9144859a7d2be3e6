package dev.mete.engine.ir;

import dev.mete.engine.diagnostic.Span;

/** An amount as a whole number of the unit's smallest parts: the numerator over a positive divisor, rounded down. */
public record Quantity(Amount numerator, long divisor, Span span) {
    public Quantity {
        if (divisor < 1) {
            throw new IllegalArgumentException("divisor " + divisor);
        }
    }

    /** A fixed quantity. */
    public static Quantity fixed(long number, Span span) {
        return new Quantity(new Amount.Fixed(number), 1, span);
    }

    /** Whether the quantity is the same for every task. */
    public boolean isFixed() {
        return numerator instanceof Amount.Fixed;
    }
}
