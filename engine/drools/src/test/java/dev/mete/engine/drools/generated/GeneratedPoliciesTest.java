package dev.mete.engine.drools.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Chosen;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.drools.TestCatalog;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is generated meets what it is to try. */
class GeneratedPoliciesTest {
    private static final List<PolicyIr> POLICIES = LongStream.range(0, 60)
            .mapToObj(seed -> GeneratedPolicies.of(TestCatalog.catalog(), seed, 12))
            .toList();

    @Test
    void choicesEndInEveryWay() {
        var chosen = new ArrayList<Chosen>();
        boolean isOtherThanTheFirst = false;
        for (PolicyIr policy : POLICIES) {
            try (var compiled = new NativeEngine().compile(policy)) {
                for (Task task : GeneratedTasks.of(policy.schema(), 1, 100)) {
                    if (compiled.decide(task) instanceof Decision decision && decision.chosen() != null) {
                        chosen.add(decision.chosen());
                        isOtherThanTheFirst |= !decision.plan().model().id().equals(first(policy, decision.rule()));
                    }
                }
            }
        }
        assertThat(chosen).extracting(Chosen::by).contains("best of", "cheapest of", "fastest of");
        assertThat(chosen)
                .anyMatch(of -> of.qualified() == 0)
                .anyMatch(of -> of.candidates() > 1 && of.qualified() == of.candidates())
                .anyMatch(of -> of.qualified() > 1 && of.qualified() < of.candidates());
        assertThat(isOtherThanTheFirst).isTrue();
    }

    @Test
    void waitingHasPricesAndCostsHaveLimits() {
        assertThat(POLICIES).anyMatch(policy -> policy.waiting().size() > 1);
        assertThat(POLICIES.stream().flatMap(policy -> policy.limits().stream()).map(LimitIr::bound))
                .hasAtLeastOneElementOfType(LimitIr.Bound.CostAtMost.class);
    }

    private static String first(PolicyIr policy, String name) {
        return Stream.concat(policy.rules().stream(), Stream.of(policy.otherwise()))
                .filter(rule -> rule.name().equals(name))
                .map(RuleIr::choice)
                .map(ChoiceIr::plans)
                .map(plans -> plans.getFirst().model().model().id())
                .findFirst()
                .orElseThrow();
    }
}
