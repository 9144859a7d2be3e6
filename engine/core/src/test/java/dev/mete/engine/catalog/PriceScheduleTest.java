package dev.mete.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.PriceSchedule.Period;
import dev.mete.engine.catalog.PriceSchedule.Window;
import dev.mete.engine.sample.Models;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceScheduleTest {
    private static final Instant CHANGE = Instant.parse("2026-07-30T00:00:00Z");
    private static final Prices BEFORE = prices(6);
    private static final Prices AFTER = prices(1);
    private static final Prices DAY = prices(2);
    private static final Prices NIGHT = prices(3);
    private static final PriceSchedule DATED = new PriceSchedule(
            List.of(new Period(null, CHANGE, BEFORE, List.of()), new Period(CHANGE, null, AFTER, List.of())));
    private static final PriceSchedule DAILY = new PriceSchedule(List.of(
            new Period(null, null, BEFORE, List.of(window("01:00", "04:00", DAY), window("22:30", "00:30", NIGHT)))));

    @Test
    void aPeriodBeginsAtItsVeryMoment() {
        assertThat(DATED.at(CHANGE.minusNanos(1))).isEqualTo(BEFORE);
        assertThat(DATED.at(CHANGE)).isEqualTo(AFTER);
        assertThat(DATED.at(Instant.parse("2099-01-01T00:00:00Z"))).isEqualTo(AFTER);
    }

    @Test
    void aWindowIsOpenAtItsStartAndClosedAtItsEnd() {
        assertThat(DAILY.at(Instant.parse("2026-11-22T00:59:59Z"))).isEqualTo(BEFORE);
        assertThat(DAILY.at(Instant.parse("2026-11-22T01:00:00Z"))).isEqualTo(DAY);
        assertThat(DAILY.at(Instant.parse("2026-11-22T03:59:59Z"))).isEqualTo(DAY);
        assertThat(DAILY.at(Instant.parse("2026-11-22T04:00:00Z"))).isEqualTo(BEFORE);
    }

    @Test
    void aWindowCanGoOverMidnight() {
        assertThat(DAILY.at(Instant.parse("2026-11-22T22:30:00Z"))).isEqualTo(NIGHT);
        assertThat(DAILY.at(Instant.parse("2026-11-22T00:15:00Z"))).isEqualTo(NIGHT);
        assertThat(DAILY.at(Instant.parse("2026-11-22T00:30:00Z"))).isEqualTo(BEFORE);
    }

    @Test
    void theNextChangeIsTheNextEdge() {
        assertThat(DATED.nextChange(CHANGE.minusSeconds(1))).contains(CHANGE);
        assertThat(DATED.nextChange(CHANGE)).isEmpty();
        assertThat(DATED.lastChange(CHANGE)).contains(CHANGE);
        assertThat(DATED.lastChange(CHANGE.minusSeconds(1))).isEmpty();
        assertThat(DAILY.nextChange(Instant.parse("2026-11-22T12:00:00Z")))
                .contains(Instant.parse("2026-11-22T22:30:00Z"));
        assertThat(DAILY.nextChange(Instant.parse("2026-11-22T23:00:00Z")))
                .contains(Instant.parse("2026-11-23T00:30:00Z"));
        assertThat(DAILY.lastChange(Instant.parse("2026-11-22T00:10:00Z")))
                .contains(Instant.parse("2026-11-21T22:30:00Z"));
    }

    @Test
    void aCatalogHasThePricesOfItsMoment() {
        Model model = Models.plain("acme/dated");
        var catalog = Catalog.of(
                List.of(model), Map.of(model.id(), DATED), "sha256:1", Instant.parse("2026-07-01T00:00:00Z"));

        assertThat(inForce(catalog)).isEqualTo(BEFORE);
        assertThat(catalog.nextChange()).contains(CHANGE);
        assertThat(catalog.pricesSince()).isEmpty();

        var later = catalog.at(CHANGE.plusSeconds(60));
        assertThat(inForce(later)).isEqualTo(AFTER);
        assertThat(later.nextChange()).isEmpty();
        assertThat(later.pricesSince()).contains(CHANGE);
        assertThat(later.asOf()).isEqualTo(catalog.asOf());
        assertThat(inForce(later.at(catalog.asOf()))).isEqualTo(BEFORE);
    }

    private static Prices inForce(Catalog catalog) {
        Prices prices = catalog.model("acme/dated").orElseThrow().figures().prices();
        assertThat(prices).isNotNull();
        return prices;
    }

    private static Window window(String from, String until, Prices prices) {
        return new Window(LocalTime.parse(from), LocalTime.parse(until), prices);
    }

    private static Prices prices(long dollars) {
        return Prices.of(TokenPrices.of(dollars * 1_000_000, dollars * 5_000_000));
    }
}
