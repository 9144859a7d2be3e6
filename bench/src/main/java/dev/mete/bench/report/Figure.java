package dev.mete.bench.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param of what was measured, such as {@code DecideBenchmark.evaluator}
 * @param parameters what was varied
 * @param value in the unit
 * @param error half of the 99.9 % confidence interval; null where there was one measurement
 * @param bytes allocated for each operation; null where that was not measured
 */
public record Figure(
        String of,
        Map<String, String> parameters,
        double value,
        @Nullable Double error,
        String unit,
        @Nullable Double bytes) {
    public Figure {
        parameters = Map.copyOf(parameters);
    }

    /** A number that was measured once. */
    public static Figure of(String what, Map<String, String> parameters, double value, String unit) {
        return new Figure(what, parameters, value, null, unit, null);
    }
}
