package dev.mete.simulate.run;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Estimate;
import dev.mete.engine.decision.EstimateSlots;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.Refusal;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Makes choices. Used by one thread, since it decides into the same fields again and again. */
final class Choices {
    private static final Choice REFUSES = new Choice.Refuses();
    private static final Choice FAILS = new Choice.Fails();

    /** A model at other prices is another one. */
    private static final int MOST_MODELS = 1_000;

    private final Verdict verdict = new Verdict();

    /** By model, the names of its plans by effort; equal ones are made once. */
    private final IdentityHashMap<Model, String[]> names = new IdentityHashMap<>();

    private final Map<String, String[]> namesById = new HashMap<>();

    /** What a policy does with a task. */
    Choice of(CompiledPolicy policy, Task task) {
        policy.decide(task, verdict);
        if (verdict.isPlain()) {
            var estimate = verdict.estimate();
            return sends(
                    verdict.plan().plan(),
                    verdict.bucket().word(),
                    verdict.rule(),
                    estimate.costMean(),
                    estimate.errors());
        }
        return switch (verdict.outcome()) {
            case Decision decision ->
                of(decision.plan(), decision.bucket().word(), decision.rule(), decision.estimate());
            case Refusal _ -> REFUSES;
            case Fault _ -> FAILS;
        };
    }

    /** A call; bucket and rule are empty for what is no policy. */
    Choice of(Plan plan, String bucket, String rule, Estimate estimate) {
        Long cost = estimate.cost() == null ? null : estimate.cost().mean();
        return sends(
                plan,
                bucket,
                rule,
                cost == null ? EstimateSlots.UNKNOWN : cost,
                estimate.errors() == null ? EstimateSlots.UNKNOWN : estimate.errors());
    }

    private Choice sends(Plan plan, String bucket, String rule, long cost, long errors) {
        String[] ofModel = names.get(plan.model());
        if (ofModel == null) {
            ofModel = namesById.computeIfAbsent(plan.model().id(), Choices::names);
            if (names.size() == MOST_MODELS) {
                names.clear();
            }
            names.put(plan.model(), ofModel);
        }
        return new Choice.Sends(plan, ofModel[plan.effort().ordinal()], bucket, rule, cost, errors);
    }

    private static String[] names(String model) {
        return Stream.of(Effort.values())
                .map(effort -> model + "/" + effort.word())
                .toArray(String[]::new);
    }
}
