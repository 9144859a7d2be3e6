package dev.mete.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** One policy, the shipped support desk, in both languages and each on both engines: four ways to one decision. */
final class TwoLanguagesTest {
    private static final int TASKS = 10_000;

    /** The policy's own thresholds: milliseconds and tokens, nano-dollars, millionths. */
    private static final List<Long> THRESHOLDS = List.of(
            0L,
            3_000L,
            10_000L,
            20_000L,
            600_000L,
            500L,
            1_000L,
            200_000L,
            1_000_000L,
            2_000_000L,
            4_000_000L,
            2_500_000_000L,
            500_000_000_000L);

    private static final List<String> WORDS = List.of(
            "",
            "legal",
            "medical",
            "financial",
            "reproduced",
            "premium",
            "over-budget",
            "openai/gpt-5.5",
            "openai/gpt-5.5-pro",
            "acme");

    private static final List<CompiledPolicy> WAYS =
            Twins.of(Shipped.text("support-desk/policy.drl"), Twins.text("support-desk.mete"), Shipped.catalog());

    private static final Set<String> DECIDING = ConcurrentHashMap.newKeySet();

    @AfterContainer
    static void everyRuleDecidedSomeTask() {
        assertThat(DECIDING)
                .containsExactlyInAnyOrderElementsOf(WAYS.getFirst().info().rules());
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
        Outcome first = outcome(WAYS.getFirst(), seed);
        if (first instanceof Decision decision) {
            DECIDING.add(decision.rule());
        }
        for (CompiledPolicy way : WAYS) {
            assertThat(outcome(way, seed))
                    .as("%s on %s", way.info().language(), way.info().engine())
                    .isEqualTo(first);
        }
    }

    private static Outcome outcome(CompiledPolicy policy, long seed) {
        Task task = new RandomTask(seed, THRESHOLDS, WORDS).of(policy.schema());
        return policy.decide(task);
    }
}
