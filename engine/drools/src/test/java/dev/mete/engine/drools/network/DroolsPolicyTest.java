package dev.mete.engine.drools.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mete.engine.decision.Outcome;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.drools.TestCatalog;
import dev.mete.engine.drools.TestPolicies;
import dev.mete.engine.drools.generated.GeneratedPolicies;
import dev.mete.engine.drools.generated.GeneratedTasks;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DroolsPolicyTest {
    private static final PolicyIr SUPPORT_DESK = TestPolicies.read(TestPolicies.resource("support-desk.drl"));

    @Test
    void tenThousandTasksAreDecidedAsByTheEvaluator() {
        var evaluator = new Evaluator(SUPPORT_DESK, "native");
        try (var policy = new DroolsEngine().compile(SUPPORT_DESK)) {
            for (Task task : GeneratedTasks.of(SUPPORT_DESK.schema(), 20261122, 10_000)) {
                assertThat(policy.decide(task)).isEqualTo(evaluator.decide(task));
            }
        }
    }

    @Test
    void anExplanationIsThatOfTheEvaluator() {
        var evaluator = new Evaluator(SUPPORT_DESK, "native");
        try (var policy = new DroolsEngine().compile(SUPPORT_DESK)) {
            Task task = GeneratedTasks.of(SUPPORT_DESK.schema(), 1, 1).getFirst();
            assertThat(policy.explain(task)).isEqualTo(evaluator.explain(task));
            assertThat(policy.info().engine()).isEqualTo("drools");
        }
    }

    @Test
    void aClosedPolicyDecidesNothing() {
        var policy = new DroolsEngine().compile(SUPPORT_DESK);
        Task task = GeneratedTasks.of(SUPPORT_DESK.schema(), 1, 1).getFirst();
        policy.decide(task);
        policy.close();
        policy.close();
        assertThatThrownBy(() -> policy.decide(task))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the policy `support-desk` is closed");
    }

    @Test
    void aSessionThatThrewIsNotUsedAgain() {
        try (var policy = new DroolsEngine().compile(SUPPORT_DESK)) {
            Task whole = GeneratedTasks.of(SUPPORT_DESK.schema(), 1, 1).getFirst();
            var expected = policy.decide(whole);
            Task foreign = GeneratedTasks.of(TaskSchema.of(List.of(), new BitSet()), 1, 1)
                    .getFirst();
            assertThatThrownBy(() -> policy.decide(foreign)).isInstanceOf(RuntimeException.class);
            assertThat(policy.decide(whole)).isEqualTo(expected);
        }
    }

    @Test
    void aRuleOfManyConstraintsIsDecidedAsByTheEvaluator() {
        String many = IntStream.range(0, 20_000)
                .mapToObj(i -> "inputTokens != 1" + i + "7")
                .collect(Collectors.joining(", "));
        PolicyIr read = TestPolicies.read(Source.of("many.drl", """
                package many;
                import dev.mete.engine.drools.fact.*;
                global Decision decision;
                rule "many" ruleflow-group "limit" when Task( %s ) then decision.limitCap(3000); end
                rule "otherwise" ruleflow-group "route" when Task() then decision.route("openai/gpt-5.5", Effort.LOW); end
                """.formatted(many)));
        var evaluator = new Evaluator(read, "native");
        try (var policy = new DroolsEngine().compile(read)) {
            for (Task task : GeneratedTasks.of(read.schema(), 1, 10)) {
                assertThat(policy.decide(task)).isEqualTo(evaluator.decide(task));
            }
        }
    }

    /** New networks each time, since sessions that are made at once are the ones that could share what is not theirs. */
    @Test
    void everyThreadIsAnsweredForItsOwnTask() throws Exception {
        var tasks = GeneratedTasks.of(SUPPORT_DESK.schema(), 9, 400);
        var evaluator = new Evaluator(SUPPORT_DESK, "native");
        var expected = tasks.stream().map(evaluator::decide).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 60; round++) {
                try (var policy = new DroolsEngine().compile(SUPPORT_DESK)) {
                    var running = new ArrayList<Future<List<Outcome>>>();
                    for (int i = 0; i < 4; i++) {
                        running.add(threads.submit(
                                () -> tasks.stream().map(policy::decide).toList()));
                    }
                    for (var thread : running) {
                        assertThat(thread.get()).isEqualTo(expected);
                    }
                }
            }
        }
    }

    /** Threads decide while the policy under them is swapped for another and closed, over and over: each answer is from one of the two. */
    @Test
    void aSwapUnderDecidingThreadsMixesAndLosesNothing() throws Exception {
        var policies = List.of(
                GeneratedPolicies.of(TestCatalog.catalog(), 7, 12), GeneratedPolicies.of(TestCatalog.catalog(), 8, 12));
        var tasks = GeneratedTasks.of(policies.getFirst().schema(), 5, 200);
        var expected = tasks.stream()
                .map(task -> policies.stream()
                        .map(policy -> new Evaluator(policy, "native").decide(task))
                        .toList())
                .toList();
        var live = new AtomicReference<CompiledPolicy>(new DroolsEngine().compile(policies.getFirst()));
        var decided = new AtomicInteger();
        var swaps = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(5)) {
            var running = new ArrayList<Future<Integer>>();
            Callable<Integer> decide = () -> {
                int wrong = 0;
                do {
                    for (int i = 0; i < tasks.size(); i++) {
                        wrong += expected.get(i).contains(decide(live, tasks.get(i))) ? 0 : 1;
                        decided.incrementAndGet();
                    }
                } while (swaps.get() < 30);
                return wrong;
            };
            for (int i = 0; i < 4; i++) {
                running.add(threads.submit(decide));
            }
            for (; swaps.get() < 30; swaps.incrementAndGet()) {
                CompiledPolicy next = new DroolsEngine().compile(policies.get((swaps.get() + 1) % 2));
                live.getAndSet(next).close();
            }
            for (var thread : running) {
                assertThat(thread.get()).isZero();
            }
        }
        live.get().close();
        assertThat(decided.get()).isGreaterThanOrEqualTo(4 * tasks.size());
    }

    /** Decides with the live policy; one that was closed since it was looked up is looked up again, as a caller has to. */
    private static Outcome decide(AtomicReference<CompiledPolicy> live, Task task) {
        while (true) {
            CompiledPolicy policy = live.get();
            try {
                return policy.decide(task);
            } catch (IllegalStateException e) {
                if (policy.equals(live.get())) {
                    throw e;
                }
            }
        }
    }
}
