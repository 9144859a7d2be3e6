package dev.mete.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.drools.generated.GeneratedPolicies;
import dev.mete.engine.drools.generated.GeneratedTasks;
import dev.mete.engine.drools.generated.PrintDrl;
import dev.mete.engine.drools.network.DroolsEngine;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The two engines and the rule language, held to each other on generated policies and tasks: with seeds that stay, and with fresh ones. */
class EnginesPropertyTest {
    private static final int TASKS = 500;

    @Property(tries = 200, seed = "20261122", shrinking = ShrinkingMode.OFF)
    void bothEnginesDecideAlike(@ForAll long seed) {
        decideAlike(GeneratedPolicies.of(TestCatalog.catalog(), seed, 12), seed);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void bothEnginesDecideFreshPoliciesAlike(@ForAll long seed) {
        decideAlike(GeneratedPolicies.of(TestCatalog.catalog(), seed, 12), seed);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void bothEnginesDecideLargePoliciesAlike(@ForAll long seed) {
        decideAlike(GeneratedPolicies.of(TestCatalog.catalog(), seed, 400), seed);
    }

    @Property(tries = 200, seed = "20261122", shrinking = ShrinkingMode.OFF)
    void aPolicyWrittenAsDrlAndReadBackDecidesAsBefore(@ForAll long seed) {
        readBackAlike(GeneratedPolicies.of(TestCatalog.catalog(), seed, 8), seed);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void aFreshPolicyWrittenAsDrlAndReadBackDecidesAsBefore(@ForAll long seed) {
        readBackAlike(GeneratedPolicies.of(TestCatalog.catalog(), seed, 8), seed);
    }

    private static void decideAlike(PolicyIr policy, long seed) {
        try (var drools = new DroolsEngine().compile(policy);
                var evaluator = new NativeEngine().compile(policy)) {
            for (Task task : GeneratedTasks.of(policy.schema(), seed, TASKS)) {
                same(drools, evaluator, task);
            }
        }
    }

    private static void readBackAlike(PolicyIr policy, long seed) {
        String drl = PrintDrl.of(policy);
        PolicyIr read = TestPolicies.read(Source.of("generated.drl", drl));
        try (var before = new NativeEngine().compile(policy);
                var drools = new DroolsEngine().compile(read);
                var evaluator = new NativeEngine().compile(read)) {
            for (Task task : GeneratedTasks.of(policy.schema(), seed, TASKS)) {
                var expected = before.decide(task);
                assertThat(drools.decide(task)).as("%s%n%s", task, drl).isEqualTo(expected);
                assertThat(evaluator.decide(task)).as("%s%n%s", task, drl).isEqualTo(expected);
            }
        }
    }

    private static void same(CompiledPolicy drools, CompiledPolicy evaluator, Task task) {
        assertThat(drools.decide(task)).as("%s", task).isEqualTo(evaluator.decide(task));
    }
}
