package dev.mete.prove.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.Refusal;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.Task;
import dev.mete.prove.Shipped;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Point;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Translate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is worked out for all tasks at once is what is decided for each. */
class DecideAllTest {
    private static final int TASKS = 5_000;
    private static final long SEED = 20_261_123;

    @ParameterizedTest
    @EnumSource
    void isWhatIsDecidedForEachTask(Shipped shipped) {
        PolicyIr policy = shipped.policy();
        var space = Space.of(policy, Set.of());
        var translate = new Translate(space);
        List<Formula> lines = policy.buckets().stream()
                .map(line -> translate.formula(line.when()))
                .toList();
        var decideAll = new DecideAll(policy, space, 0);
        Map<String, List<dev.mete.prove.plan.Outcome>> outcomes = new HashMap<>();
        Stream.concat(policy.rules().stream(), Stream.of(policy.otherwise()))
                .forEach(rule -> outcomes.put(rule.name(), decideAll.outcomes(rule)));
        var evaluator = new Evaluator(policy, NativeEngine.NAME);
        var draw = new DrawTask(space, new Random(SEED));
        int refused = 0;
        for (int i = 0; i < TASKS; i++) {
            Task task = draw.next();
            Point point = Point.of(space, task, lines);
            Outcome decided = evaluator.decide(task);
            String rule = rule(policy, translate, point).name();
            var here = Objects.requireNonNull(outcomes.get(rule)).stream()
                    .filter(outcome -> point.holds(outcome.when()))
                    .toList();
            assertThat(here).as(task.toString()).hasSize(1);
            refused += decided instanceof Refusal ? 1 : 0;
            assertThat(words(here.getFirst().plan(), point)).as(task.toString()).isEqualTo(words(decided));
        }
        assertThat(refused).isLessThan(TASKS / 2);
    }

    private static RuleIr rule(PolicyIr policy, Translate translate, Point point) {
        return policy.rules().stream()
                .filter(rule -> point.holds(translate.formula(rule.when())))
                .findFirst()
                .orElse(policy.otherwise());
    }

    private static String words(@Nullable Fitted plan, Point point) {
        return plan == null
                ? "refused"
                : plan.model().id() + " " + plan.effort() + " cap " + point.number(plan.cap()) + " thinking "
                        + point.number(plan.thinking()) + " timeout " + point.number(plan.timeout());
    }

    private static String words(Outcome outcome) {
        if (!(outcome instanceof Decision decision)) {
            return "refused";
        }
        Plan plan = decision.plan();
        long timeout = plan.hasTimeout() ? plan.timeoutMillis() : Long.MAX_VALUE;
        return plan.model().id() + " " + plan.effort() + " cap " + plan.tokenCap() + " thinking "
                + plan.thinkingTokens() + " timeout " + timeout;
    }
}
