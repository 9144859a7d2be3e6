package dev.mete.engine.catalog;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How often a model's answers are wrong, as measured. Immutable, thread-safe. */
public record ErrorRates(List<Rate> rates) {
    /** Nothing is known. */
    public static final ErrorRates UNKNOWN = new ErrorRates(List.of());

    /**
     * One measurement.
     *
     * @param type the kind of task; null for any
     * @param complexity null for any
     * @param perMillion wrong answers in a million
     */
    public record Rate(
            Effort effort, @Nullable String type, @Nullable String complexity, int perMillion) {
        public Rate {
            if (perMillion < 0 || perMillion > 1_000_000) {
                throw new IllegalArgumentException(perMillion + " wrong answers in a million");
            }
        }

        private boolean covers(Effort effort, @Nullable String type, @Nullable String complexity) {
            return this.effort == effort
                    && (this.type == null || this.type.equals(type))
                    && (this.complexity == null || this.complexity.equals(complexity));
        }
    }

    public ErrorRates {
        rates = List.copyOf(rates);
    }

    /** All measurements of an effort level, the most specific first: type and complexity, type, complexity, neither. */
    public List<Rate> of(Effort effort) {
        return rates.stream()
                .filter(rate -> rate.effort() == effort)
                .sorted((a, b) -> specificity(b) - specificity(a))
                .toList();
    }

    /** Wrong answers in a million; nothing where no measurement covers the task. Null for what is not known of the task. */
    public OptionalInt of(Effort effort, @Nullable String type, @Nullable String complexity) {
        return of(effort).stream()
                .filter(rate -> rate.covers(effort, type, complexity))
                .mapToInt(Rate::perMillion)
                .findFirst();
    }

    private static int specificity(Rate rate) {
        return (rate.type() != null ? 2 : 0) + (rate.complexity() != null ? 1 : 0);
    }
}
