package dev.mete.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.Hosting;
import dev.mete.engine.catalog.Lifecycle;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.ThinkingLengths;
import dev.mete.engine.catalog.ThinkingLengths.Point;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.ir.MissingFigure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogFiguresTest {
    @Test
    void aModelWithoutFiguresIsUnpriced() {
        assertThat(model("").figures().prices()).isNull();
        assertThat(read("").schedule("acme/deep")).isEmpty();
        assertThat(model("").inputLimit()).isEqualTo(200_000);
    }

    @Test
    void aPriceIsExact() {
        assertThat(prices("{\"input\": 0.000001, \"cached_input\": 0, \"cache_write\": 6.25, \"output\": 30.0,"
                        + " \"reasoning\": 10000}"))
                .isEqualTo(Prices.of(new TokenPrices(1, 0, 6_250_000, 30_000_000, 10_000_000_000L)));
    }

    @Test
    void whatHasNoPriceApartCostsAsInputOrOutput() {
        assertThat(prices("{\"input\": 1, \"output\": 2}")).isEqualTo(Prices.of(TokenPrices.of(1_000_000, 2_000_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "-0.1", "0.0000001", "10000.000001", "\"5\"", "1e999999999", "null"})
    void whatIsNoPriceIsRefused(String price) {
        assertThat(messages("\"prices\": [{\"input\": %s, \"output\": 1}]".formatted(price)))
                .singleElement()
                .asString()
                .startsWith("C0006 `/models/0/prices/0/input` has to be a number from 0 to 10000 with at most 6 digits"
                        + " after the point, not ");
    }

    @Test
    void pricesChangeWithTheDays() {
        var catalog = read("\"prices\": [{\"until\": \"2026-08-21\", \"input\": 5, \"output\": 30},"
                + " {\"from\": \"2026-08-21\", \"until\": \"2026-12-01T12:00:00Z\", \"input\": 4, \"output\": 20},"
                + " {\"from\": \"2026-12-01T12:00:00Z\", \"input\": 3, \"output\": 10}]");

        assertThat(input(catalog)).isEqualTo(4_000_000);
        assertThat(catalog.nextChange()).contains(Instant.parse("2026-12-01T12:00:00Z"));
        assertThat(input(catalog.at(Instant.parse("2026-08-20T23:59:59Z")))).isEqualTo(5_000_000);
        assertThat(input(catalog.at(Instant.parse("2026-12-01T12:00:00Z")))).isEqualTo(3_000_000);
    }

    @Test
    void aPartLeftOutIsAsOutsideOfTheWindowAndAsBelowTheThreshold() {
        var catalog = read("\"prices\": [{\"input\": 1, \"cached_input\": 0.1, \"output\": 2,"
                + " \"above\": [{\"input_tokens\": 100, \"output\": 3}, {\"input_tokens\": 200, \"input\": 4}],"
                + " \"daily\": [{\"from\": \"22:00\", \"until\": \"02:00\", \"output\": 8}]}]");

        assertThat(catalog.models().getFirst().figures().prices())
                .isEqualTo(new Prices(
                        new TokenPrices(1_000_000, 100_000, 1_000_000, 8_000_000, 8_000_000),
                        List.of(
                                new Prices.Tier(
                                        100, new TokenPrices(1_000_000, 100_000, 1_000_000, 3_000_000, 3_000_000)),
                                new Prices.Tier(
                                        200, new TokenPrices(4_000_000, 100_000, 4_000_000, 3_000_000, 3_000_000)))));
        var byDay = catalog.at(Instant.parse("2026-11-20T02:00:00Z"));
        assertThat(inForce(byDay).output()).isEqualTo(2_000_000);
    }

    @Test
    void aServiceTierMultipliesEveryPrice() {
        var model = model("\"service_tiers\": {\"flex\": 0.5, \"priority\": 2}, \"service_tier\": \"flex\","
                + " \"prices\": [{\"input\": 1, \"output\": 3, \"above\": [{\"input_tokens\": 9, \"output\": 5}],"
                + " \"daily\": [{\"from\": \"01:00\", \"until\": \"02:00\", \"input\": 2}]}]");

        assertThat(model.figures().serviceTier()).isEqualTo("flex");
        assertThat(model.figures().prices())
                .isEqualTo(new Prices(
                        TokenPrices.of(500_000, 1_500_000),
                        List.of(new Prices.Tier(9, TokenPrices.of(500_000, 2_500_000)))));
    }

    @Test
    void aPriceThatItsTierWouldHaveToRoundIsRefused() {
        assertThat(messages("\"service_tiers\": {\"flex\": 0.5}, \"service_tier\": \"flex\","
                        + " \"prices\": [{\"input\": 0.000003, \"output\": 3}]"))
                .containsExactly(
                        "C0008 `/models/0/prices/0/input` times 0.5, for the service tier `flex`, is not a number"
                                + " from 0 to 10000 with at most 6 digits after the point (write the tier's own prices, and 1 as"
                                + " its multiplier)");
    }

    @Test
    void aModelOnGpusOfOnesOwnCostsTheTimeOfASequence() {
        var model = model("\"self_hosted\": {\"gpu_hour\": 3.6, \"gpus\": 2, \"sequences\": 4,"
                + " \"tokens_per_second\": 40, \"input_tokens_per_second\": 5000.5}");

        var hosting = new Hosting(3_600_000_000L, 2, 4, 25_000, 199_980);
        assertThat(model.figures().hosting()).isEqualTo(hosting);
        assertThat(model.figures().prices()).isEqualTo(Prices.of(hosting.prices()));
        // $0.0005 for the second of a sequence, of which a token takes a fortieth
        assertThat(hosting.prices().output()).isEqualTo(12_500_000);
    }

    @Test
    void gpusThatAreDearerThanAnyTokenAreRefused() {
        assertThat(messages("\"self_hosted\": {\"gpu_hour\": 1000, \"gpus\": 1024, \"sequences\": 1,"
                        + " \"tokens_per_second\": 0.1, \"input_tokens_per_second\": 0.1}"))
                .containsExactly("C0008 `/models/0/self_hosted` comes to more than 10000 dollars per million tokens"
                        + " (correct `gpu_hour`, which is in dollars, or how fast one sequence is)");
    }

    @ParameterizedTest
    @CsvSource({"80, 12500", "0.1, 10000000", "1000000, 1", "3, 333333", "600000, 2", "750000, 1"})
    void aSpeedIsATimeForOneToken(String rate, long micros) {
        var speeds =
                "\"speeds\": [{\"effort\": \"low\", \"first_token_ms\": {\"p50\": 900}, \"tokens_per_second\": %s}]"
                        .formatted(rate);

        assertThat(model(speeds).figures().speed(Effort.LOW)).contains(new Speed(900, null, micros, false));
    }

    @Test
    void aSpeedHasAllThatItsEntrySays() {
        assertThat(model("\"speeds\": [{\"effort\": \"none\", \"first_token_ms\": {\"p50\": 0, \"p95\": 2500},"
                                + " \"tokens_per_second\": 80, \"thinks_before_first_token\": true}]")
                        .figures()
                        .speed(Effort.NONE))
                .contains(new Speed(0, 2_500L, 12_500, true));
    }

    @Test
    void lengthsAreInTheOrderOfTheirQuantiles() {
        assertThat(model(
                                "\"thinking_lengths\": [{\"effort\": \"low\", \"tokens\": {\"p99_9\": 30, \"p50\": 2, \"p0\": 0,"
                                        + " \"p100\": 30, \"p95\": 2}}]")
                        .figures()
                        .thinking(Effort.LOW))
                .contains(new ThinkingLengths(List.of(
                        new Point(0, 0),
                        new Point(500_000, 2),
                        new Point(950_000, 2),
                        new Point(999_000, 30),
                        new Point(1_000_000, 30))));
    }

    @Test
    void theTypeOfAnErrorCanBeAPolicysOwn() {
        assertThat(model("\"errors\": [{\"effort\": \"low\", \"type\": \"contract_review\", \"complexity\": \"high\","
                                + " \"probability\": 0.187}, {\"effort\": \"low\", \"probability\": 0}]")
                        .figures()
                        .errors())
                .isEqualTo(new ErrorRates(List.of(
                        new ErrorRates.Rate(Effort.LOW, "contract_review", "high", 187_000),
                        new ErrorRates.Rate(Effort.LOW, null, null, 0))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, true",
        "2026-11-21, false",
    })
    void aModelIsDeprecatedFromTheDayOfTheAnnouncement(String day, boolean isDeprecated) {
        assertThat(model("\"lifecycle\": {\"deprecated\": \"%s\", \"retired\": \"2027-02-01\"}".formatted(day))
                        .lifecycle())
                .isEqualTo(new Lifecycle(isDeprecated, LocalDate.of(2027, 2, 1)));
    }

    @Test
    void anEndWithoutTheDayOfItsAnnouncementIsAnnounced() {
        assertThat(model("\"lifecycle\": {\"retired\": \"2027-02-01\"}")
                        .lifecycle()
                        .deprecated())
                .isTrue();
    }

    @Test
    void theDayOfACatalogIsItsOwnOrTheLatestOfItsSources() {
        assertThat(read("").asOf()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(read("", "\"as_of\": \"2026-11-22\",").asOf()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource(MissingFigure.class)
    void whatACatalogCanLackIsAField(MissingFigure figure) {
        assertThat(messages("\"" + figure.field() + "\": 1"))
                .noneMatch(message -> message.startsWith("C0003"))
                .anyMatch(message -> message.contains("`/models/0/" + figure.field() + "` has to be a list"));
    }

    private static long input(Catalog catalog) {
        return inForce(catalog).input();
    }

    private static TokenPrices inForce(Catalog catalog) {
        var prices = catalog.models().getFirst().figures().prices();
        return Objects.requireNonNull(prices).standard();
    }

    private static @Nullable Prices prices(String period) {
        return model("\"prices\": [" + period + "]").figures().prices();
    }

    private static Model model(String fields) {
        return read(fields).models().getFirst();
    }

    private static Catalog read(String fields) {
        return read(fields, "");
    }

    private static Catalog read(String fields, String top) {
        return switch (CatalogJson.read(Source.of("catalog.json", text(fields, top)))) {
            case CatalogReading.Read(Catalog catalog) -> catalog;
            case CatalogReading.Failed(var diagnostics) -> throw new AssertionError(diagnostics.toString());
        };
    }

    private static List<String> messages(String fields) {
        return switch (CatalogJson.read(Source.of("catalog.json", text(fields, "")))) {
            case CatalogReading.Read(var catalog) -> throw new AssertionError("read " + catalog.ids());
            case CatalogReading.Failed(List<Diagnostic> diagnostics) ->
                diagnostics.stream()
                        .map(diagnostic ->
                                diagnostic.code() + " " + diagnostic.message() + " (" + diagnostic.help() + ")")
                        .toList();
        };
    }

    private static String text(String fields, String top) {
        return """
                {"version": 1, %s "models": [
                  {"id": "acme/deep", "provider": "acme", "api": "openai.chat", "name": "deep",
                   "context_window": 200000, "output_limit": 64000,
                   "thinking": {"levels": ["low", "high"], "can_be_off": true}, %s
                   "sources": [
                     {"covers": ["id", "provider", "api", "name"], "source": "a page", "date": "2026-11-01"},
                     {"covers": ["context_window", "output_limit", "thinking", "input_limit", "lifecycle", "prices",
                                 "service_tiers", "service_tier", "self_hosted", "speeds", "thinking_lengths", "errors"],
                      "source": "a price map", "date": "2026-11-20"}]}]}""".formatted(top, fields.isEmpty() ? "" : fields + ",");
    }
}
