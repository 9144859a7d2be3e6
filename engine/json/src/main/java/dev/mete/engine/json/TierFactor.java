package dev.mete.engine.json;

import dev.mete.engine.catalog.TokenPrices;
import java.math.BigDecimal;
import java.util.OptionalLong;

/** What a service tier multiplies all prices by, in millionths. Immutable. */
record TierFactor(String name, long millionths) {
    private static final long ONE = 1_000_000;

    /** The tier that calls without another are in. */
    static final TierFactor STANDARD = new TierFactor("standard", ONE);

    /** The price in this tier, exactly; nothing where it would have to be rounded, or is higher than any. */
    OptionalLong apply(long price) {
        long product = Math.multiplyExact(price, millionths);
        return product % ONE != 0 || product / ONE > TokenPrices.MOST
                ? OptionalLong.empty()
                : OptionalLong.of(product / ONE);
    }

    /** The multiplier as it can be written. */
    String text() {
        return BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
    }
}
