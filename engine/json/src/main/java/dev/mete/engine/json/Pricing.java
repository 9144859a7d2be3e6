package dev.mete.engine.json;

import dev.mete.engine.catalog.Hosting;
import dev.mete.engine.catalog.PriceSchedule;
import dev.mete.engine.catalog.Prices;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says of money: prices over time, or the GPUs that the model runs on, or nothing. Immutable.
 *
 * @param schedule the prices of the entry's service tier
 */
record Pricing(
        @Nullable PriceSchedule schedule,
        @Nullable Hosting hosting,
        @Nullable String serviceTier) {
    /** What a call costs by the time for which it occupies GPUs. */
    @Nullable
    Prices ofGpus() {
        return hosting == null ? null : Prices.of(hosting.prices());
    }
}
