package dev.mete.server;

import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.server.reload.CatalogStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The meters of the model catalog. Thread-safe. */
final class CatalogMeters {
    private final MeterRegistry registry;
    private volatile @Nullable Meter info;
    private volatile double nextChange;
    private volatile boolean isStale;

    CatalogMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("mete.catalog.next.price.change.timestamp", this, meters -> meters.nextChange)
                .description("when the next price comes into force; 0 where none does")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("mete.catalog.stale", this, meters -> meters.isStale ? 1 : 0)
                .description("1 where the catalog's file of now cannot be read")
                .register(registry);
    }

    void is(CatalogStatus status) {
        isStale = status.failure().isPresent();
        status.inUse().ifPresent(good -> {
            Instant next = CatalogStamp.of(good.catalog()).pricesUntil();
            nextChange = next == null ? 0 : next.toEpochMilli() / 1_000.0;
            info(good.catalog().digest());
        });
    }

    private void info(String revision) {
        Meter before = info;
        if (before != null && revision.equals(before.getId().getTag("revision"))) {
            return;
        }
        info = Gauge.builder("mete.catalog.info", () -> 1)
                .description("the catalog in use")
                .tag("revision", revision)
                .register(registry);
        if (before != null) {
            registry.remove(before);
        }
    }
}
