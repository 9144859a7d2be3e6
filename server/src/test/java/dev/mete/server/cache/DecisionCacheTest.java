package dev.mete.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DecisionCacheTest {
    private static final String TEXT = """
            policy demo
            models {
              fast = "anthropic/claude-haiku-4-5"
              deep = "anthropic/claude-opus-4-8"
            }
            rule "ours" when tenant = "us" and "vip" in tags then deep, effort none, cap 100
            rule "long" when input_tokens > 5_000 then deep, effort none, cap 200
            otherwise fast, effort none, cap 300
            """;

    private final ConcurrentStatsCounter stats = new ConcurrentStatsCounter();

    @Test
    void aTaskThatDiffersOnlyInWhatThePolicyDoesNotReadIsRemembered() {
        try (CompiledPolicy policy = cached("drools")) {
            policy.decide(task(policy, "us", 1_000, "alice", Set.of("vip")));
            policy.decide(task(policy, "us", 1_000, "bob", Set.of("vip")));

            assertThat(stats.snapshot().hitCount()).isEqualTo(1);
            assertThat(stats.snapshot().missCount()).isEqualTo(1);
        }
    }

    @Test
    void aTaskThatDiffersInAnyFeatureThatThePolicyReadsIsDecided() {
        try (CompiledPolicy policy = cached("drools")) {
            policy.decide(task(policy, "us", 1_000, "alice", Set.of("vip")));
            policy.decide(task(policy, "them", 1_000, "alice", Set.of("vip")));
            policy.decide(task(policy, "us", 1_001, "alice", Set.of("vip")));
            policy.decide(task(policy, "us", 1_000, "alice", Set.of()));

            assertThat(stats.snapshot().hitCount()).isZero();
        }
    }

    @Test
    void aCachedPolicyDecidesAsItDoesWithoutACache() {
        var random = new Random(7);
        try (CompiledPolicy plain = load("drools");
                CompiledPolicy cached = DecisionCache.of(load("drools"), 50, stats)) {
            for (int i = 0; i < 2_000; i++) {
                TaskBuilder builder = builder(
                        plain,
                        random.nextBoolean() ? "us" : "them",
                        random.nextInt(4) * 1_000L,
                        "u" + random.nextInt(3),
                        random.nextBoolean() ? Set.of("vip") : Set.of("x", "vip"));
                Task task = built(weighed(builder, random));

                assertThat(cached.decide(task)).isEqualTo(plain.decide(task));
                assertThat(cached.explain(task).outcome())
                        .isEqualTo(plain.explain(task).outcome());
            }
            assertThat(stats.snapshot().hitCount()).isGreaterThan(500);
        }
    }

    @Test
    void onlyPoliciesThatDroolsDecidesAreGivenACache() {
        var registry = new SimpleMeterRegistry();
        var caching = new CacheDecisions(registry);
        try (CompiledPolicy drools = caching.apply(load("drools"));
                CompiledPolicy own = caching.apply(load("native"))) {
            drools.decide(task(drools, "us", 1, "a", Set.of()));
            drools.decide(task(drools, "us", 1, "a", Set.of()));

            assertThat(drools).isInstanceOf(DecisionCache.class);
            assertThat(own).isNotInstanceOf(DecisionCache.class);
            assertThat(registry.get("mete.cache.requests")
                            .tag("result", "hit")
                            .functionCounter()
                            .count())
                    .isEqualTo(1);
        }
    }

    private CompiledPolicy cached(String engine) {
        return DecisionCache.of(load(engine), DecisionCache.USUAL_SIZE, stats);
    }

    private static CompiledPolicy load(String engine) {
        Path file = Path.of("..", "rules", "catalog.json");
        Catalog catalog = ((CatalogReading.Read) CatalogJson.read(file, "catalog.json")).catalog();
        var source = PolicySource.of(Source.of("demo.mete", TEXT));
        return ((Loading.Loaded) PolicyLoader.installed().load(source, "mete", engine, catalog)).policy();
    }

    private static Task task(CompiledPolicy policy, String tenant, long tokens, String user, Set<String> tags) {
        return built(builder(policy, tenant, tokens, user, tags));
    }

    /** Adds what no rule asks for and estimates go by all the same, or leaves it out. */
    private static TaskBuilder weighed(TaskBuilder builder, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> builder.text("type", random.nextBoolean() ? "summarization" : "math");
            case 1 -> builder.text("latency_tolerance", random.nextBoolean() ? "0ms" : "20s");
            case 2 ->
                builder.number("cached_tokens", BigDecimal.valueOf(900))
                        .text("previous_model", random.nextBoolean() ? "openai/gpt-5.5" : "");
            default -> {
                // Only what the policy reads.
            }
        }
        return builder;
    }

    private static TaskBuilder builder(
            CompiledPolicy policy, String tenant, long tokens, String user, Set<String> tags) {
        return new TaskBuilder(policy.schema())
                .text("tenant", tenant)
                .text("user", user)
                .number("input_tokens", BigDecimal.valueOf(tokens))
                .members("tags", List.copyOf(tags));
    }

    private static Task built(TaskBuilder builder) {
        return ((TaskReading.Accepted) builder.build()).task();
    }
}
