package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose catalog has prices that change, by a clock that the tests move. */
final class PricesTest {
    private static final Instant DAY = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant RISE = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant NIGHT = Instant.parse("2027-01-01T22:00:00Z");
    private static final String MODEL = """
            {"id": "acme/%1$s", "provider": "acme", "api": "openai.chat", "name": "%1$s", "context_window": 100000, "output_limit": 10000,
             "prices": %2$s, "sources": [{"covers": ["id", "provider", "api", "name", "context_window", "output_limit", "thinking", "prices"], "source": "the maker", "date": "2026-11-22"}]}""";
    private static final String CATALOG =
            """
            {"version": 1, "as_of": "2026-11-22", "models": [%s, %s]}""".formatted(MODEL.formatted("rising", """
                            [{"until": "2027-01-01", "input": 1, "output": 1},
                             {"from": "2027-01-01", "input": 3, "output": 3, "daily": [{"from": "22:00", "until": "23:00", "input": 1, "output": 1}]}]"""), MODEL.formatted("steady", "[{\"input\": 2, \"output\": 2}]"));
    private static final String POLICY = """
            policy demo
            models {
              rising = "acme/rising"
              steady = "acme/steady"
            }
            otherwise cheapest of
              rising, effort none, cap 1_000
              steady, effort none, cap 1_000
            test "the cheaper one of the catalog's day"
              given  type chat, input_tokens 100
              expect model rising
            """;

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(DAY);
    private Rules rules;

    @BeforeEach
    void write() {
        rules = new Rules(folder.resolve("rules"));
        rules.write("catalog.json", CATALOG);
        rules.write("demo/policy.mete", POLICY);
    }

    @Test
    void aPriceThatComesIntoForceDecidesFromThenOn() {
        try (var service = service()) {
            Reply before = decided(service);
            assertThat(before.at("/model")).isEqualTo("acme/rising");
            assertThat(before.json().at("/estimate/cost_usd/mean").decimalValue())
                    .isEqualByComparingTo("0.0006");
            assertThat(before.json().at("/choice").toString())
                    .isEqualTo("{\"by\":\"cheapest of\",\"candidates\":2,\"qualified\":2}");
            assertThat(before.json().at("/catalog").has("prices_since")).isFalse();

            now.set(RISE);
            TestService.await(() -> decided(service).at("/model").equals("acme/steady"));

            Reply after = decided(service);
            assertThat(after.json().at("/estimate/cost_usd/mean").decimalValue())
                    .isEqualByComparingTo("0.0012");
            assertThat(after.at("/catalog/prices_since")).isEqualTo("2027-01-01T00:00:00Z");
            assertThat(after.at("/catalog/revision")).isEqualTo(before.at("/catalog/revision"));
            assertThat(after.at("/revision")).isNotEqualTo(before.at("/revision"));
        }
    }

    @Test
    void aWindowOfTheDayOpensAndCloses() {
        now.set(RISE.plusSeconds(12 * 60 * 60));
        try (var service = service()) {
            assertThat(decided(service).at("/model")).isEqualTo("acme/steady");
            now.set(NIGHT);
            TestService.await(() -> decided(service).at("/model").equals("acme/rising"));
            now.set(NIGHT.plusSeconds(2 * 60 * 60));
            TestService.await(() -> decided(service).at("/model").equals("acme/steady"));
        }
    }

    @Test
    void aServiceThatStartsLaterDecidesByThePricesOfThenAndTestsByThoseOfTheCatalog() {
        now.set(RISE);
        try (var service = service()) {
            assertThat(service.client().get("/readyz").status()).isEqualTo(200);
            assertThat(decided(service).at("/model")).isEqualTo("acme/steady");
        }
    }

    @Test
    void aBrokenCatalogLeavesTheOldOneWhosePricesGoOnChanging() {
        try (var service = service()) {
            rules.write("catalog.json", "{");
            TestService.await(() -> service.client().get("/v1/catalog").json().has("last_failed_load"));
            now.set(RISE);
            TestService.await(() -> decided(service).at("/model").equals("acme/steady"));

            assertThat(service.client().get("/v1/catalog").at("/prices_since")).isEqualTo("2027-01-01T00:00:00Z");
        }
    }

    @Test
    void aPolicyThatIsRestoredAfterAChangeOfPricesDecidesByTheNewOnes() {
        String kept;
        Path state = folder.resolve("state");
        try (var service = TestService.at(rules, state, now::get)) {
            kept = decided(service).at("/revision");
        }
        rules.write("demo/policy.mete", "policy demo nonsense");
        try (var service = TestService.at(rules, state, now::get)) {
            assertThat(decided(service).at("/revision")).isEqualTo(kept);
            assertThat(service.client().get("/v1/policies/demo").at("/restored"))
                    .isEqualTo("true");
        }
        now.set(RISE);
        try (var service = TestService.at(rules, state, now::get)) {
            assertThat(decided(service).at("/model")).isEqualTo("acme/steady");
            assertThat(decided(service).at("/revision")).isNotEqualTo(kept);
            assertThat(service.client().get("/v1/policies/demo").at("/restored"))
                    .isEqualTo("true");
        }
    }

    @Test
    void theCatalogShowsThePricesInForceAndWhenTheyChange() {
        try (var service = service()) {
            Reply before = service.client().get("/v1/catalog");
            assertThat(before.at("/as_of")).isEqualTo("2026-11-22T00:00:00Z");
            assertThat(before.at("/next_change")).isEqualTo("2027-01-01T00:00:00Z");
            assertThat(before.json().has("prices_since")).isFalse();
            assertThat(before.at("/models/0/prices_in_force/output")).isEqualTo("1");
            assertThat(before.at("/models/0/known/0")).isEqualTo("prices");
            assertThat(known(service, before).status()).isEqualTo(304);

            now.set(RISE);
            TestService.await(() -> known(service, before).status() == 200);

            Reply after = service.client().get("/v1/catalog");
            assertThat(after.at("/prices_since")).isEqualTo("2027-01-01T00:00:00Z");
            assertThat(after.at("/next_change")).isEqualTo("2027-01-01T22:00:00Z");
            assertThat(after.at("/models/0/prices_in_force/output")).isEqualTo("3");
            assertThat(after.at("/revision")).isEqualTo(before.at("/revision"));
            assertThat(known(service, after).status()).isEqualTo(304);
        }
    }

    @Test
    void whatDecisionsAreExpectedToCostIsCounted() {
        try (var service = service()) {
            decided(service);
            decided(service);

            assertThat(service.client().get("/metrics").text())
                    .contains(
                            "mete_estimated_cost_dollars_total{policy=\"demo\"} 0.0012",
                            "mete_catalog_next_price_change_timestamp_seconds 1.7987616E9");
        }
    }

    @Test
    void anExplanationShowsWhatTheOthersWouldHaveCome() {
        try (var service = service()) {
            var candidates = service.client()
                    .post("/v1/policies/demo/explain", Rules.TASK)
                    .json()
                    .at("/explanation/candidates");

            assertThat(candidates).hasSize(2);
            assertThat(candidates.at("/0/chosen").asBoolean()).isTrue();
            assertThat(candidates.at("/1/chosen").asBoolean()).isFalse();
            assertThat(candidates.at("/1/cost_usd").decimalValue()).isEqualByComparingTo("0.0012");
        }
    }

    private TestService service() {
        return TestService.at(rules, null, now::get);
    }

    private static Reply known(TestService service, Reply before) {
        return service.client().get("/v1/catalog", "If-None-Match", before.header("ETag"));
    }

    private static Reply decided(TestService service) {
        return service.client().post("/v1/policies/demo/decide", Rules.TASK);
    }
}
