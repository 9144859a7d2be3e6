package dev.mete.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.PriceSchedule.Period;
import dev.mete.engine.catalog.PriceSchedule.Window;
import dev.mete.engine.policy.Revision;
import dev.mete.engine.sample.Models;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogStampTest {
    private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant CHANGE = Instant.parse("2026-12-01T00:00:00Z");
    private static final Prices CHEAP = Prices.of(TokenPrices.of(1, 2));
    private static final Prices DEAR = Prices.of(TokenPrices.of(3, 4));
    private static final Catalog CATALOG = Catalog.of(
            List.of(Models.plain("acme/fixed"), Models.plain("acme/nightly"), Models.plain("acme/rising")),
            Map.of(
                    "acme/nightly",
                    new PriceSchedule(List.of(new Period(
                            null, null, DEAR, List.of(new Window(LocalTime.of(22, 0), LocalTime.of(4, 0), CHEAP))))),
                    "acme/rising",
                    new PriceSchedule(List.of(
                            new Period(null, CHANGE, CHEAP, List.of()), new Period(CHANGE, null, DEAR, List.of())))),
            "sha256:1",
            DAY);

    @Test
    void aStampSaysBetweenWhichMomentsItsPricesHold() {
        var stamp = CatalogStamp.of(CATALOG.at(DAY.plusSeconds(60)));

        assertThat(stamp.pricesSince()).isEqualTo(Instant.parse("2026-11-21T22:00:00Z"));
        assertThat(stamp.pricesUntil()).isEqualTo(Instant.parse("2026-11-22T04:00:00Z"));
        assertThat(stamp.holdsAt(Instant.parse("2026-11-21T21:59:59Z"))).isFalse();
        assertThat(stamp.holdsAt(Instant.parse("2026-11-21T22:00:00Z"))).isTrue();
        assertThat(stamp.holdsAt(Instant.parse("2026-11-22T03:59:59Z"))).isTrue();
        assertThat(stamp.holdsAt(Instant.parse("2026-11-22T04:00:00Z"))).isFalse();
    }

    @Test
    void pricesOfOtherModelsChangeNothing() {
        var fixed = CatalogStamp.of(CATALOG, List.of("acme/fixed"));
        var rising = CatalogStamp.of(CATALOG, List.of("acme/fixed", "acme/rising"));

        assertThat(fixed.pricesSince()).isNull();
        assertThat(fixed.pricesUntil()).isNull();
        assertThat(fixed.holdsAt(Instant.MAX)).isTrue();
        assertThat(rising.pricesSince()).isNull();
        assertThat(rising.pricesUntil()).isEqualTo(CHANGE);
    }

    @Test
    void aRevisionFollowsThePricesOfTheModelsThatThePolicyTakes() {
        assertThat(revision("acme/rising", DAY)).isEqualTo(revision("acme/rising", DAY.plusSeconds(60)));
        assertThat(revision("acme/rising", DAY)).isNotEqualTo(revision("acme/rising", CHANGE));
        assertThat(revision("acme/fixed", DAY)).isEqualTo(revision("acme/fixed", CHANGE));
    }

    private static String revision(String model, Instant time) {
        return Revision.of(List.of(), CatalogStamp.of(CATALOG.at(time), List.of(model)));
    }
}
