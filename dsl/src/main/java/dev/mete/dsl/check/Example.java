package dev.mete.dsl.check;

import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Unit;

/** Values as an author writes them, for messages that say what to write. */
public final class Example {
    private Example() {}

    /** An amount of a unit. */
    static String of(Unit unit) {
        return unit.format(usual(unit));
    }

    /** A value of a type. */
    public static String of(FeatureType type) {
        return switch (type) {
            case FeatureType.Flag _ -> "true";
            case FeatureType.OneOf(var values, var _) -> values.getFirst();
            case FeatureType.Text _ -> "\"…\"";
            case FeatureType.TextSet _ -> "[\"…\"]";
            case FeatureType.Quantity(Unit unit, long least, long most) ->
                unit.format(Math.clamp(usual(unit), least, most));
        };
    }

    private static long usual(Unit unit) {
        return switch (unit) {
            case NUMBER -> unit.scale();
            case TOKENS -> 1_000;
            case MONEY, PERCENT -> 50 * unit.scale();
            case DURATION -> 20_000;
        };
    }
}
