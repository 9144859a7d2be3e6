package dev.mete.simulate.advise;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.TokenPrices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A log that is made up, so that what is true of it is known. */
final class SimulatedLog {
    private static final Prices PRICES = Prices.of(TokenPrices.of(1_000_000, 10_000_000));
    private static final Catalog CATALOG = Catalog.of(
            List.of(new Model("a/thinker", "a", ApiDialect.OPENAI_RESPONSES, "thinker", 400_000, 100_000, null, false)
                    .with(Figures.NONE.at(PRICES))),
            "made up");

    private final StringBuilder lines = new StringBuilder();
    private final RandomGenerator random;
    private String task = "{}";
    private long cap = 8_000;

    SimulatedLog(long seed) {
        this.random = new SplittableRandom(seed);
    }

    SimulatedLog task(String json) {
        task = json;
        return this;
    }

    SimulatedLog cap(long tokens) {
        cap = tokens;
        return this;
    }

    /** Calls that fail with a probability, of about so many output tokens. */
    SimulatedLog calls(int count, String effort, double failure, int output) {
        for (int call = 0; call < count; call++) {
            long tokens = Math.min(cap, output / 2 + random.nextLong(output));
            line("""
                    {"task": %s, "decision": {"rule": "plan", "model": "a/thinker", "effort": "%s", "token_cap": %d, "timeout_ms": 30000}, \
                    "outcome": {"success": %b, "input_tokens": %d, "output_tokens": %d, "latency_ms": %d}}""".formatted(
                            task,
                            effort,
                            cap,
                            random.nextDouble() >= failure,
                            1_000 + random.nextInt(1_000),
                            tokens,
                            tokens * 10));
        }
        return this;
    }

    SimulatedLog line(String json) {
        lines.append(json).append('\n');
        return this;
    }

    Advice advice() {
        return advice(new Settings(0.01, 3, null));
    }

    Advice advice(Settings settings) {
        var in = new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
        try {
            return new CallLog(CATALOG, null, settings).read(in, "log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first finding of a kind, which there has to be. */
    static Finding found(Advice advice, Finding.Kind kind) {
        return Objects.requireNonNull(first(advice, kind), () -> "no finding of " + kind);
    }

    /** The money of a finding that is about money. */
    static Span money(Finding finding) {
        return Objects.requireNonNull(finding.money());
    }

    /** The first finding of a kind; null where there is none. */
    static @Nullable Finding first(Advice advice, Finding.Kind kind) {
        return advice.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElse(null);
    }
}
