package dev.mete.engine.json.imports;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a million tokens cost in dollars, and what they cost in calls with longer input. Immutable.
 *
 * @param above ascending
 */
record Price(Map<Part, BigDecimal> rates, List<Above> above) {
    Price {
        rates = copy(rates);
        above = List.copyOf(above);
    }

    /** Other prices where the input is longer than a number of tokens. */
    record Above(long inputTokens, Map<Part, BigDecimal> rates) {
        Above {
            rates = copy(rates);
        }
    }

    /** Other prices between two times of each day, UTC. */
    record Daily(String from, String until, Price price) {}

    /** The prices from one day to another. */
    record Period(@Nullable String from, @Nullable String until, Price price, List<Daily> daily) {
        Period {
            daily = List.copyOf(daily);
        }
    }

    boolean isFree() {
        return isFree(Part.INPUT) && isFree(Part.OUTPUT);
    }

    private boolean isFree(Part part) {
        BigDecimal rate = rates.get(part);
        return rate != null && rate.signum() == 0;
    }

    private static Map<Part, BigDecimal> copy(Map<Part, BigDecimal> rates) {
        var copy = new EnumMap<Part, BigDecimal>(Part.class);
        copy.putAll(rates);
        return Collections.unmodifiableMap(copy);
    }
}
