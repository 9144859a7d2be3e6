package dev.mete.server.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.PriceSchedule;
import dev.mete.engine.catalog.PriceSchedule.Period;
import dev.mete.engine.catalog.PriceSchedule.Window;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.load.Loading;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices that change while policies are served, by a clock that the tests move. */
final class FollowPricesTest {
    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant RISE = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-30T22:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-12-01T04:00:00Z");
    private static final Prices CHEAP = Prices.of(TokenPrices.of(1_000_000, 1_000_000));
    private static final Prices DEAR = Prices.of(TokenPrices.of(3_000_000, 3_000_000));

    private static final Catalog CATALOG = Catalog.of(
            List.of(model("acme/fixed"), model("acme/rising"), model("acme/nightly")),
            Map.of(
                    "acme/fixed",
                    PriceSchedule.always(CHEAP),
                    "acme/rising",
                    new PriceSchedule(
                            List.of(new Period(null, RISE, CHEAP, List.of()), new Period(RISE, null, DEAR, List.of()))),
                    "acme/nightly",
                    new PriceSchedule(List.of(new Period(
                            null, null, DEAR, List.of(new Window(LocalTime.of(22, 0), LocalTime.of(4, 0), CHEAP)))))),
            "sha256:1",
            START);

    private final CountedLanguage language = new CountedLanguage();
    private final ServedPolicies served = new ServedPolicies();
    private final List<String> heard = new ArrayList<>();
    private Instant now = START;
    private int finished;
    private FollowPrices prices;

    @BeforeEach
    void start() {
        var listener = new ReloadListener() {
            @Override
            public void serves(String policy, Snapshot snapshot) {
                heard.add(policy + " serves");
            }

            @Override
            public void failed(String policy, FailedLoad failure) {
                heard.add(policy + " failed");
            }

            @Override
            public void isGood(String policy, Instant at) {
                heard.add(policy + " is good");
            }

            @Override
            public void catalog(CatalogStatus status) {
                heard.add("catalog");
            }
        };
        var settings = new RulesSettings(
                Path.of("rules"),
                Path.of("rules", "catalog.json"),
                null,
                language.loader(),
                this::finish,
                listener,
                () -> now);
        prices = new FollowPrices(settings, served);
        served.catalog(new CatalogStatus(new CatalogStatus.Good(CATALOG, START, Source.of("catalog.json", "")), null));
        for (String name : List.of("fixed", "rising", "nightly")) {
            served.served(name).serve(snapshot(name));
        }
        language.readings();
    }

    @Test
    void untilPricesChangeNothingIsDone() {
        at(NIGHT.minusSeconds(1));

        assertThat(language.readings()).isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void aPriceComesIntoForceWhileItIsServed() {
        String before = revision("rising");
        assertThat(cost("rising")).isEqualTo(600_000_000L);

        at(RISE);

        assertThat(cost("rising")).isEqualTo(1_800_000_000L);
        assertThat(revision("rising")).isNotEqualTo(before);
        assertThat(current("rising").policy().info().catalog().pricesSince()).isEqualTo(RISE);
        assertThat(current("rising").loadedAt()).as("its texts are the same").isEqualTo(START);
        assertThat(heard).contains("catalog", "rising serves");
    }

    @Test
    void aWindowOfTheDayOpensAndCloses() {
        assertThat(cost("nightly")).isEqualTo(1_800_000_000L);
        at(NIGHT);
        assertThat(cost("nightly")).isEqualTo(600_000_000L);
        at(MORNING);
        assertThat(cost("nightly")).isEqualTo(1_800_000_000L);
        at(Instant.parse("2026-12-03T12:00:00Z"));
        assertThat(cost("nightly")).as("after windows that no look saw").isEqualTo(1_800_000_000L);
    }

    @Test
    void aPolicyWhoseModelsKeepTheirPricesStaysAsItIs() {
        Snapshot fixed = current("fixed");
        Snapshot rising = current("rising");

        at(NIGHT);

        assertThat(current("fixed")).isSameAs(fixed);
        assertThat(current("rising")).isSameAs(rising);
        assertThat(language.readings()).isEqualTo(1);
    }

    @Test
    void theCatalogInUseFollowsEvenWhereItsFileIsBroken() {
        var good = Objects.requireNonNull(served.catalog().good());
        var failure = new FailedLoad(START, List.of());
        served.catalog(new CatalogStatus(good, failure));

        at(RISE);

        var catalog = served.catalog();
        assertThat(catalog.failed()).isSameAs(failure);
        assertThat(catalog.inUse().orElseThrow().loadedAt()).isEqualTo(START);
        assertThat(catalog.inUse().orElseThrow().catalog().pricesSince()).contains(RISE);
        assertThat(cost("rising")).isEqualTo(1_800_000_000L);
    }

    @Test
    void aPolicyThatDoesNotCompileGoesOnAndIsTriedAtTheNextPrices() {
        Snapshot before = current("nightly");
        language.meanwhile(() -> {
            throw new IllegalStateException("too little of something");
        });

        at(NIGHT);
        at(NIGHT.plusSeconds(1));

        assertThat(language.readings()).as("tried once").isEqualTo(1);
        assertThat(current("nightly")).isSameAs(before);
        assertThat(served.find("nightly")
                        .orElseThrow()
                        .failed()
                        .orElseThrow()
                        .diagnostics()
                        .getFirst()
                        .message())
                .isEqualTo("loading failed within Mete: IllegalStateException");

        at(MORNING);

        assertThat(current("nightly")).isNotSameAs(before);
        assertThat(served.find("nightly").orElseThrow().failed()).isEmpty();
        assertThat(heard).contains("nightly failed", "nightly is good");
    }

    @Test
    void aPolicyWhoseFilesAreBrokenStaysStaleAtTheNewPrices() {
        var failure = new FailedLoad(START, List.of());
        served.served("rising").hasFailed(failure);

        at(RISE);

        assertThat(cost("rising")).isEqualTo(1_800_000_000L);
        assertThat(served.find("rising").orElseThrow().failed()).containsSame(failure);
    }

    @Test
    void aRevisionAtNewPricesIsFinishedAnew() {
        int before = finished;

        at(NIGHT);

        assertThat(finished).isEqualTo(before + 1);
    }

    @Test
    void aClockThatIsPutBackBringsTheOldPricesBack() {
        String before = revision("rising");
        at(RISE);
        at(START);

        assertThat(revision("rising")).isEqualTo(before);
    }

    private void at(Instant moment) {
        now = moment;
        prices.catalog();
        prices.policies();
    }

    private Snapshot current(String policy) {
        return served.find(policy).flatMap(ServedPolicy::current).orElseThrow();
    }

    private String revision(String policy) {
        return current(policy).policy().info().revision();
    }

    /** What a call of 100 tokens with an answer of 500 is expected to cost, in pico-dollars. */
    private long cost(String name) {
        CompiledPolicy policy = current(name).policy();
        var task = new TaskBuilder(policy.schema());
        task.number(StandardFeatures.INPUT_TOKENS, BigDecimal.valueOf(100));
        var decided = (Decision) policy.decide(((TaskReading.Accepted) task.build()).task());
        return Objects.requireNonNull(
                Objects.requireNonNull(decided.estimate().cost()).mean());
    }

    private CompiledPolicy finish(CompiledPolicy policy) {
        finished++;
        return policy;
    }

    private Snapshot snapshot(String name) {
        String text = """
                policy %s
                models { only = "acme/%s" }
                otherwise only, effort none, cap 1_000
                """.formatted(name, name);
        var source = PolicySource.of(Source.of("rules/" + name + "/policy.mete", text));
        return switch (language.loader().load(source, "mete", null, CATALOG)) {
            case Loading.Loaded(var policy, var warnings, var _) ->
                new Snapshot(finish(policy), CATALOG, START, warnings, false);
            case Loading.Failed failed -> throw new AssertionError(failed);
        };
    }

    private static Model model(String id) {
        return new Model(id, "acme", ApiDialect.OPENAI_CHAT, id.substring(5), 100_000, 10_000, null, false);
    }
}
