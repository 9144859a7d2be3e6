package dev.mete.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.PolicySource;
import dev.mete.simulate.report.Group;
import dev.mete.simulate.report.SimulationReport;
import dev.mete.simulate.traffic.NdjsonTraffic;
import dev.mete.simulate.traffic.TrafficSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From the catalog's text to the report: a million calls, and their prices multiplied out by hand. */
class ExactMoneyTest {
    private static final int REQUESTS = 1_000_000;
    private static final int CHUNK = 10_000;
    private static final int LONG_INPUT = 15_000;

    private static final String CATALOG = """
            {"version": 1, "as_of": "2026-11-22", "models": [
              {"id": "acme/deep", "provider": "acme", "api": "openai.chat", "name": "deep", "context_window": 1000000, "output_limit": 100000,
               "thinking": {"levels": ["high"], "can_be_off": true},
               "prices": [{"input": 2.123457, "cached_input": 0.212347, "output": 10.987653, "reasoning": 7.000001,
                           "above": [{"input_tokens": 15000, "input": 4.246913, "cached_input": 0.424691, "output": 16.481479}]}],
               "thinking_lengths": [{"effort": "high", "tokens": {"p50": 1234, "p95": 1234}}],
               "sources": [{"covers": ["id", "provider", "api", "name", "context_window", "output_limit", "thinking", "prices", "thinking_lengths"],
                            "source": "made up", "date": "2026-11-22"}]},
              {"id": "acme/fast", "provider": "acme", "api": "openai.chat", "name": "fast", "context_window": 1000000, "output_limit": 100000,
               "prices": [{"input": 0.100001, "cached_input": 0.010003, "output": 0.333333}],
               "sources": [{"covers": ["id", "provider", "api", "name", "context_window", "output_limit", "thinking", "prices"],
                            "source": "made up", "date": "2026-11-22"}]}]}
            """;
    private static final String POLICY = """
            policy money
            models { deep = "acme/deep"  fast = "acme/fast" }
            rule "plans" when type is planning then deep, effort high, cap 50_000
            otherwise fast, effort none, cap 50_000
            """;

    /** One call; the token counts are those that were recorded, and what the task expects of the answer. */
    private record Call(boolean isDeep, int input, int cached, int expected, int thinking, int visible) {
        static Call draw(SplittableRandom random) {
            boolean isDeep = random.nextInt(10) < 3;
            int input = random.nextInt(1, 30_000);
            return new Call(
                    isDeep,
                    input,
                    random.nextInt(input + 1),
                    random.nextInt(1, 3_000),
                    isDeep ? random.nextInt(20_000) : 0,
                    random.nextInt(3_000));
        }

        String line() {
            return """
                    {"task":{"type":"%s","input_tokens":%d,"cached_tokens":%d,"output_tokens":%d},\
                    "outcomes":{"acme/%s":{"thinking_tokens":%d,"output_tokens":%d}}}
                    """.formatted(
                    isDeep ? "planning" : "chat", input, cached, expected, isDeep ? "deep" : "fast", thinking, visible);
        }

        BigDecimal dollars() {
            return dollars(thinking, visible);
        }

        BigDecimal estimate() {
            return dollars(isDeep ? 1_234 : 0, expected);
        }

        private BigDecimal dollars(int hidden, int shown) {
            if (!isDeep) {
                return priced("0.100001", "0.010003", "0.333333", "0.333333", hidden, shown);
            }
            return input > LONG_INPUT
                    ? priced("4.246913", "0.424691", "16.481479", "7.000001", hidden, shown)
                    : priced("2.123457", "0.212347", "10.987653", "7.000001", hidden, shown);
        }

        private BigDecimal priced(String fresh, String again, String output, String reasoning, int hidden, int shown) {
            return times(fresh, input - cached)
                    .add(times(again, cached))
                    .add(times(output, shown))
                    .add(times(reasoning, hidden));
        }

        /** So many tokens at a price per million. */
        private static BigDecimal times(String price, int tokens) {
            return new BigDecimal(price).multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
        }
    }

    @Test
    void aMillionCallsCostTheSumOfTheirPricesToTheNanoDollar() throws IOException {
        SimulationReport report = simulate();

        var random = new SplittableRandom(7);
        BigDecimal deep = BigDecimal.ZERO;
        BigDecimal fast = BigDecimal.ZERO;
        BigDecimal estimated = BigDecimal.ZERO;
        for (int request = 0; request < REQUESTS; request++) {
            var call = Call.draw(random);
            deep = call.isDeep() ? deep.add(call.dollars()) : deep;
            fast = call.isDeep() ? fast : fast.add(call.dollars());
            estimated = estimated.add(call.estimate());
        }
        var contender = report.contenders().getFirst();
        Group total = contender.total();
        assertThat(total.requests()).isEqualByComparingTo(BigDecimal.valueOf(REQUESTS));
        assertThat(Objects.requireNonNull(total.dollars()).mean()).isEqualByComparingTo(nano(deep.add(fast)));
        assertThat(Objects.requireNonNull(total.dollars()).isSpread()).isFalse();
        assertThat(total.estimatedDollars()).isEqualByComparingTo(nano(estimated));
        assertThat(contender.byRule())
                .extracting(
                        Group::name,
                        group -> nano(Objects.requireNonNull(group.dollars()).mean()))
                .containsExactly(tuple("plans", nano(deep)), tuple("otherwise", nano(fast)));
    }

    private static BigDecimal nano(BigDecimal dollars) {
        return dollars.setScale(9, RoundingMode.HALF_EVEN);
    }

    private static SimulationReport simulate() throws IOException {
        Catalog catalog = switch (CatalogJson.read(Source.of("catalog.json", CATALOG))) {
            case CatalogReading.Read(var read) -> read;
            case CatalogReading.Failed(var diagnostics) -> throw new AssertionError(diagnostics);
        };
        var loader = PolicyLoader.installed();
        var source = PolicySource.of(Source.of("policy.mete", POLICY));
        try (var policy = switch (loader.load(source, "mete", null, catalog)) {
            case Loading.Loaded(var loaded, var _, var _) -> loaded;
            case Loading.Failed(var diagnostics, var _) -> throw new AssertionError(diagnostics);
        }) {
            var settings = new Settings(2, 1, null, Instant.parse("2026-11-22T00:00:00Z"), false, false, List.of());
            return new Simulation(loader, catalog, List.of(policy), List.of(), settings)
                    .run(new NdjsonTraffic("calls", TrafficSource.once(lines())), _ -> {});
        }
    }

    /** All calls as lines, which are written as they are read. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes an enumeration
    private static InputStream lines() {
        var random = new SplittableRandom(7);
        return new SequenceInputStream(new Enumeration<>() {
            private int read;

            @Override
            public boolean hasMoreElements() {
                return read < REQUESTS;
            }

            @Override
            public InputStream nextElement() {
                read += CHUNK;
                return new ByteArrayInputStream(IntStream.range(0, CHUNK)
                        .mapToObj(_ -> Call.draw(random).line())
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
