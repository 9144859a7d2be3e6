package dev.mete.engine.check;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The least that a quantity has to come to, whatever the task. One that is worked out may come to nothing, which counts as the least there can be.
 *
 * @param what the quantity as messages name it, with its article
 * @param fault what is wrong with less
 * @param parts in the unit's smallest parts
 */
record Least(String code, String what, String fault, Unit unit, long parts) {
    static final Least CAP = new Least("M0405", "a cap", "is no cap", Unit.TOKENS, 1);
    static final Least THINKING = new Least("M0405", "a thinking budget", "is no thinking budget", Unit.TOKENS, 1);
    static final Least TIMEOUT = new Least("M0405", "a timeout", "is no timeout", Unit.DURATION, 1);
    static final Least CAP_LIMIT = new Least("M0502", "a limit on the cap", "leaves nothing", Unit.TOKENS, 1);
    static final Least THINKING_LIMIT = new Least("M0502", "a limit on thinking", "leaves nothing", Unit.TOKENS, 0);
    static final Least COST_LIMIT = new Least("M0502", "a limit on the cost", "leaves nothing", Unit.MONEY, 1);
    static final Least TIMEOUT_LIMIT = new Least("M0502", "a limit on the timeout", "leaves nothing", Unit.DURATION, 1);

    private boolean isMet(Quantity quantity, TaskSchema schema) {
        return quantity.numerator() instanceof Amount.Fixed(long number)
                ? Math.floorDiv(number, quantity.divisor()) >= parts
                : Range.of(quantity, schema).least().signum() >= 0;
    }

    /** What is wrong with a quantity that can come to less. */
    Optional<Diagnostic> unmet(Quantity quantity, TaskSchema schema) {
        if (isMet(quantity, schema)) {
            return Optional.empty();
        }
        BigInteger least = Range.of(quantity, schema).least();
        String size = unit.format(least.longValueExact());
        return Optional.of(
                quantity.isFixed()
                        ? Diagnostic.error(
                                code,
                                quantity.span(),
                                what + " of " + size + " " + fault,
                                "write at least " + unit.format(parts))
                        : Diagnostic.error(
                                code,
                                quantity.span(),
                                what + " that can come to " + size + " " + fault,
                                "take at least " + unit.format(parts) + ", with `max`"));
    }
}
