package dev.mete.simulate.run;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Hosting;
import dev.mete.engine.catalog.Lifecycle;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.PriceSchedule;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.catalog.ThinkingLengths;
import dev.mete.engine.catalog.ThinkingLengths.Point;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicySource;
import dev.mete.simulate.report.SimulationReport;
import dev.mete.simulate.traffic.NdjsonTraffic;
import dev.mete.simulate.traffic.TrafficSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs simulations of policies with two models: a dear one that thinks between 0 and 10,000 tokens, and a cheap one that is often wrong. */
final class Simulated {
    static final String DEEP = "acme/deep";
    static final String FAST = "acme/fast";
    static final String OWN = "acme/own";
    static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");
    static final Instant DEARER = Instant.parse("2027-01-01T00:00:00Z");

    private static final PolicyLoader LOADER = PolicyLoader.installed();

    private final List<CompiledPolicy> policies = new ArrayList<>();
    private final List<Baseline> baselines = new ArrayList<>();
    private int seeds = 3;
    private @Nullable Long perDay;
    private boolean compares;
    private boolean controls;
    private int parts = 2;

    /** A simulation of a policy that names its models {@code deep} and {@code fast}. */
    static Simulated of(String... policies) {
        var simulated = new Simulated();
        for (String lines : policies) {
            simulated.policies.add(policy(lines));
        }
        return simulated;
    }

    private static CompiledPolicy policy(String lines) {
        String text = """
                policy demo
                models { deep = "acme/deep"  fast = "acme/fast"  own = "acme/own" }
                bucket use when type is planning
                bucket avoid otherwise
                %s
                """.formatted(lines);
        var source = PolicySource.of(Source.of("policy.mete", text));
        return switch (LOADER.load(source, "mete", null, catalog())) {
            case Loading.Loaded(var policy, var _, var _) -> policy;
            case Loading.Failed(var diagnostics, var _) -> throw new AssertionError(diagnostics);
        };
    }

    static Catalog catalog() {
        var deepPrices = Prices.of(TokenPrices.of(5_000_000, 25_000_000));
        var dearer = Prices.of(TokenPrices.of(10_000_000, 50_000_000));
        var deep = model(
                DEEP,
                new Thinking(EnumSet.of(Effort.LOW, Effort.HIGH), null, true),
                new Figures(
                        deepPrices,
                        null,
                        null,
                        Map.of(Effort.HIGH, new Speed(1_000, 4_000L, 10_000, false)),
                        Map.of(
                                Effort.HIGH,
                                new ThinkingLengths(List.of(
                                        new Point(0, 0), new Point(500_000, 5_000), new Point(1_000_000, 10_000)))),
                        new ErrorRates(List.of(new ErrorRates.Rate(Effort.HIGH, null, null, 50_000)))));
        var fast = model(
                FAST,
                null,
                new Figures(
                        Prices.of(TokenPrices.of(1_000_000, 5_000_000)),
                        null,
                        null,
                        Map.of(Effort.NONE, new Speed(300, null, 5_000, false)),
                        Map.of(),
                        new ErrorRates(List.of(
                                new ErrorRates.Rate(Effort.NONE, null, null, 100_000),
                                new ErrorRates.Rate(Effort.NONE, "planning", null, 400_000)))));
        // two GPUs at $2 an hour run 8 sequences at once, each of 50 tokens a second
        var hosting = new Hosting(2_000_000_000L, 2, 8, 20_000, 0);
        var own = model(
                OWN,
                null,
                new Figures(Prices.of(hosting.prices()), hosting, null, Map.of(), Map.of(), ErrorRates.UNKNOWN));
        var schedule = new PriceSchedule(List.of(
                new PriceSchedule.Period(null, DEARER, deepPrices, List.of()),
                new PriceSchedule.Period(DEARER, null, dearer, List.of())));
        return Catalog.of(List.of(deep, fast, own), Map.of(DEEP, schedule), "test", DAY);
    }

    private static Model model(String id, @Nullable Thinking thinking, Figures figures) {
        return new Model(
                id,
                "acme",
                ApiDialect.ANTHROPIC_MESSAGES,
                id,
                1_000_000,
                1_000_000,
                128_000,
                thinking,
                Lifecycle.CURRENT,
                figures);
    }

    Simulated with(Baseline baseline) {
        baselines.add(baseline);
        return this;
    }

    Simulated seeds(int number) {
        this.seeds = number;
        return this;
    }

    Simulated perDay(long requests) {
        this.perDay = requests;
        return this;
    }

    Simulated compared() {
        this.compares = true;
        return this;
    }

    Simulated controlled() {
        this.controls = true;
        return this;
    }

    Simulated parts(int number) {
        this.parts = number;
        return this;
    }

    /** Runs it on lines of JSON. */
    SimulationReport on(String... lines) {
        var settings = new Settings(seeds, 1, perDay, DAY, compares, controls, List.of());
        try {
            return new Simulation(LOADER, catalog(), policies, baselines, settings, parts)
                    .run(new NdjsonTraffic("lines", new Text(String.join("\n", lines))), _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            policies.forEach(CompiledPolicy::close);
        }
    }

    private record Text(String text) implements TrafficSource {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }
    }
}
