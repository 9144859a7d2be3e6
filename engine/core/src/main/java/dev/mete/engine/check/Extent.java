package dev.mete.engine.check;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;

/**
 * The values that a quantity has where a condition holds, as far as the parts of an {@code and} say it; both bounds inclusive. May be wider than
 * what can be reached, never narrower.
 */
record Extent(long least, long most) {
    /** The values of the slot's feature where the condition holds. */
    static Extent of(int slot, Condition when, TaskSchema schema) {
        var all = schema.feature(slot).type() instanceof FeatureType.Quantity(var _, long least, long most)
                ? new Extent(least, most)
                : new Extent(Long.MIN_VALUE, Long.MAX_VALUE);
        return all.where(when, slot);
    }

    private Extent where(Condition when, int slot) {
        return switch (when) {
            case Condition.And(var parts, var _) -> {
                Extent narrowed = this;
                for (Condition part : parts) {
                    narrowed = narrowed.where(part, slot);
                }
                yield narrowed;
            }
            case Condition.Named(var _, var meaning, var _) -> where(meaning, slot);
            case Condition.Compare(var comparison, Amount left, Amount.Fixed(long number), var _, var _, var _)
            when factor(left, slot) > 0 -> where(comparison, number, factor(left, slot));
            case Condition.Always _,
                    Condition.Or _,
                    Condition.Not _,
                    Condition.Compare _,
                    Condition.Among _,
                    Condition.TextAmong _,
                    Condition.TextMatches _,
                    Condition.HasMember _,
                    Condition.InBucket _ -> this;
        };
    }

    /** What the slot is multiplied by where that is all there is to the amount; else 0. */
    private static long factor(Amount amount, int slot) {
        return switch (amount) {
            case Amount.Slot(int other) -> other == slot ? 1 : 0;
            case Amount.Times(long factor, Amount.Slot(int other)) -> other == slot ? factor : 0;
            case Amount.Fixed _, Amount.Sum _, Amount.Times _, Amount.Least _, Amount.Greatest _, Amount.Case _ -> 0;
        };
    }

    private Extent where(Comparison comparison, long number, long factor) {
        return switch (comparison) {
            case EQUAL -> new Extent(Math.max(least, Math.ceilDiv(number, factor)), Math.min(most, number / factor));
            case NOT_EQUAL -> this;
            case LESS -> new Extent(least, Math.min(most, Math.ceilDiv(number, factor) - 1));
            case AT_MOST -> new Extent(least, Math.min(most, Math.floorDiv(number, factor)));
            case GREATER -> new Extent(Math.max(least, Math.floorDiv(number, factor) + 1), most);
            case AT_LEAST -> new Extent(Math.max(least, Math.ceilDiv(number, factor)), most);
        };
    }
}
