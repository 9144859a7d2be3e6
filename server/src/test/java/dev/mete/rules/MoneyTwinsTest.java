package dev.mete.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.decision.Decision;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** What both languages say about money: choices, prices of waiting, limits on the cost, with their estimates. */
final class MoneyTwinsTest {
    private static final int TASKS = 10_000;

    /** Thresholds of the policy and its catalog: milliseconds and tokens, nano-dollars. */
    private static final List<Long> THRESHOLDS = List.of(
            0L,
            300L,
            500L,
            2_000L,
            5_000L,
            20_000L,
            50_000L,
            60_000L,
            1_000_000L,
            5_000_000L,
            20_000_000L,
            500_000_000L,
            80_000_000_000L);

    private static final List<String> WORDS = List.of("", "bulk", "acme/quick", "acme/steady");

    private static final List<CompiledPolicy> WAYS =
            Twins.of(Twins.text("money.drl"), Twins.text("money.mete"), MoneyCatalog.catalog());

    private static final Set<String> MET = ConcurrentHashMap.newKeySet();

    @AfterContainer
    static void everyWayToChooseWasMet() {
        assertThat(MET)
                .containsExactlyInAnyOrder(
                        "best of: all",
                        "best of: some",
                        "best of: none",
                        "cheapest of: all",
                        "cheapest of: some",
                        "cheapest of: none",
                        "fastest of: all",
                        "fastest of: some",
                        "fastest of: none",
                        "batches are cheap",
                        "no dearer than three mistakes");
    }

    @Property(tries = TASKS, seed = "20261122")
    void decideAlikeOnTheSameTasks(@ForAll long seed) {
        allDecideAlike(seed);
    }

    @Property(tries = TASKS)
    void decideAlikeOnFreshTasks(@ForAll long seed) {
        allDecideAlike(seed);
    }

    private static void allDecideAlike(long seed) {
        var first = WAYS.getFirst().decide(task(WAYS.getFirst(), seed));
        if (first instanceof Decision decision) {
            var chosen = Objects.requireNonNull(decision.chosen());
            int qualified = chosen.qualified();
            MET.add(chosen.by() + ": " + (qualified == 0 ? "none" : qualified < chosen.candidates() ? "some" : "all"));
            MET.addAll(decision.limitedBy());
        }
        for (CompiledPolicy way : WAYS) {
            assertThat(way.decide(task(way, seed)))
                    .as("%s on %s", way.info().language(), way.info().engine())
                    .isEqualTo(first);
        }
    }

    private static Task task(CompiledPolicy policy, long seed) {
        return new RandomTask(seed, THRESHOLDS, WORDS).of(policy.schema());
    }
}
