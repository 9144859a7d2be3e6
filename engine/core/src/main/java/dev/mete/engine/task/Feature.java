package dev.mete.engine.task;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a task tells: its name in {@code snake_case}, type, default and meaning. Immutable.
 *
 * @param defaultValue what holds where a task does not say; null where a policy that reads the feature requires it
 * @param meaning one phrase for people; may be empty
 */
public record Feature(
        String name, FeatureType type, @Nullable Value defaultValue, String meaning) {
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    public Feature {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a feature name: " + name);
        }
    }

    /** Whether a text can name a feature. */
    public static boolean isName(String text) {
        return SNAKE_CASE.matcher(text).matches();
    }

    /** The name under which JSON carries the value as a bare number, such as {@code error_cost_usd}. */
    public String jsonName() {
        return type instanceof FeatureType.Quantity quantity
                ? name + quantity.unit().jsonSuffix()
                : name;
    }
}
