package dev.mete.engine.json.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects the parts of one price, and above which inputs they change. One part that cannot be taken spoils the price, as half of a price would
 * make calls look cheaper than they are. Not thread-safe.
 */
final class PriceParts {
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);
    private static final int DIGITS = 6;

    private final Notes notes;
    private final int shift;
    private final Map<Part, BigDecimal> base = new EnumMap<>(Part.class);
    private final TreeMap<Long, Map<Part, BigDecimal>> above = new TreeMap<>();
    private boolean isSpoilt;

    /**
     * A collection without parts.
     *
     * @param shift by how many digits the numbers are moved to become dollars per million tokens
     */
    PriceParts(Notes notes, int shift) {
        this.notes = notes;
        this.shift = shift;
    }

    /** Takes a part, named for messages by its field. */
    void put(Part part, String field, Given value) {
        dollars(field, value).ifPresent(rate -> base.put(part, rate));
    }

    /** Takes a part of calls whose input is longer than a number of tokens. */
    void putAbove(long inputTokens, Part part, String field, Given value) {
        dollars(field, value)
                .ifPresent(rate -> above.computeIfAbsent(inputTokens, _ -> new EnumMap<>(Part.class))
                        .put(part, rate));
    }

    /** Notes why there can be no price. */
    void spoil(Reason reason, String detail) {
        isSpoilt = true;
        notes.add(reason, detail);
    }

    boolean has(Part part) {
        return base.containsKey(part);
    }

    Optional<BigDecimal> rate(Part part) {
        return Optional.ofNullable(base.get(part));
    }

    private Optional<BigDecimal> dollars(String field, Given value) {
        var number = Numbers.of(value).map(digits -> digits.movePointRight(shift));
        if (number.isEmpty()) {
            spoil(Reason.NO_NUMBER, field + " is " + value.form());
        } else if (number.get().signum() < 0 || number.get().compareTo(MOST) > 0) {
            spoil(Reason.OUT_OF_RANGE, field + " is " + value.form());
        } else if (number.get().stripTrailingZeros().scale() > DIGITS) {
            spoil(Reason.TOO_FINE, field + " is " + value.form());
        } else {
            return number;
        }
        return Optional.empty();
    }

    /** The price, or nothing where it is not whole; the notes then have the reason. */
    Optional<Price> price() {
        if (isSpoilt) {
            return Optional.empty();
        }
        if (!has(Part.INPUT) || !has(Part.OUTPUT)) {
            boolean isHalf = has(Part.INPUT) || has(Part.OUTPUT);
            notes.add(
                    isHalf ? Reason.HALF_PRICES : Reason.NO_PRICES,
                    isHalf ? (has(Part.INPUT) ? "no output" : "no input") : "");
            return Optional.empty();
        }
        if (!isReasoningApart()) {
            base.remove(Part.REASONING);
            above.values().forEach(rates -> rates.remove(Part.REASONING));
        }
        var last = new EnumMap<Part, BigDecimal>(Part.class);
        var steps = new ArrayList<Price.Above>();
        above.forEach((inputTokens, rates) -> {
            // what a longer input does not change is as in the step before
            last.putAll(rates);
            steps.add(new Price.Above(inputTokens, last));
        });
        var price = new Price(base, steps);
        if (price.isFree()) {
            notes.add(Reason.FREE, "");
        }
        return Optional.of(price);
    }

    /** Price maps also state the price of thinking where it is that of the rest of the output. */
    private boolean isReasoningApart() {
        return isApart(base) || above.values().stream().anyMatch(this::isApart);
    }

    private boolean isApart(Map<Part, BigDecimal> rates) {
        BigDecimal reasoning = rates.get(Part.REASONING);
        BigDecimal output = rates.getOrDefault(Part.OUTPUT, base.get(Part.OUTPUT));
        return reasoning != null && (output == null || reasoning.compareTo(output) != 0);
    }
}
