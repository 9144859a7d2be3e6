package dev.mete.dsl.check;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.util.List;
import java.util.Optional;

/**
 * Exact amounts as whole numbers over one common denominator. Immutable.
 *
 * @param amounts in the order of the forms, counted in the parts of the unit's smallest part
 * @param parts how many parts make one smallest part of the unit
 * @param wide whether one of them can go beyond a {@code long} within the bounds of the features
 */
public record WholeNumbers(List<Amount> amounts, long parts, boolean wide) {
    /** The forms as whole numbers, or nothing where one of them could overflow. */
    public static Optional<WholeNumbers> of(List<Form> forms, Unit unit, TaskSchema schema) {
        return compared(forms, unit, schema).filter(whole -> !whole.wide());
    }

    /** The forms as whole numbers to compare; where prices are among them they may be wide. Nothing where another could overflow. */
    public static Optional<WholeNumbers> compared(List<Form> forms, Unit unit, TaskSchema schema) {
        var scale = new Scale(schema, unit);
        long parts = scale.parts(forms);
        if (parts == Scale.UNCOUNTABLE) {
            return Optional.empty();
        }
        boolean fits = scale.fits(forms, parts);
        return fits || canBeWide(forms, parts, scale)
                ? Optional.of(new WholeNumbers(scale.amounts(forms, parts), parts, !fits))
                : Optional.empty();
    }

    private static boolean canBeWide(List<Form> forms, long parts, Scale scale) {
        return forms.stream().anyMatch(Form::isWeighed) && scale.areNumbersWithin(forms, parts);
    }
}
