package dev.mete.engine.eval;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.eval.Bounds.Dimension;
import dev.mete.engine.eval.Choose.Choice;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.task.Task;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the limits that lowered a choice. A dimension did where the choice would be another without its bound, or where its bound alone would
 * have lowered a part of the plan to what it is; the limits that set its lowest bound are named.
 */
final class Blame {
    private final Choose choose;
    private final List<LimitIr> holding;
    private final Task task;
    private final Bucket bucket;
    private final Bounds bounds;

    Blame(Choose choose, List<LimitIr> holding, Task task, Bucket bucket, Bounds bounds) {
        this.choose = choose;
        this.holding = holding;
        this.task = task;
        this.bucket = bucket;
        this.bounds = bounds;
    }

    /** The names of the limits that lowered a choice, in the order of the policy, each once. */
    List<String> of(Choice choice) {
        if (bounds.equals(Bounds.NONE)) {
            return List.of();
        }
        var free = choose.under(Bounds.NONE);
        if (isSame(choice, free)) {
            return List.of();
        }
        Set<Dimension> lowering = EnumSet.noneOf(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (lowers(dimension, choice, free)) {
                lowering.add(dimension);
            }
        }
        return holding.stream()
                .filter(limit -> lowering.contains(Bounds.dimension(limit)))
                .filter(limit -> Bounds.of(limit, task, bucket).equals(bounds.only(Bounds.dimension(limit))))
                .map(LimitIr::name)
                .distinct()
                .toList();
    }

    private boolean lowers(Dimension dimension, Choice choice, Choice free) {
        Bounds alone = bounds.only(dimension);
        return !alone.equals(Bounds.NONE)
                && (!isSame(choice, choose.under(bounds.without(dimension)))
                        || isShared(choice, choose.under(alone), free));
    }

    private static boolean isSame(Choice a, Choice b) {
        return a.index() == b.index() && a.plan() != null && a.plan().equals(b.plan());
    }

    /** Whether a choice under one dimension alone already has a part of the plan as it was lowered to, or the model that it came to. */
    private static boolean isShared(Choice choice, Choice alone, Choice free) {
        Plan plan = choice.plan();
        Plan shared = alone.plan();
        Plan unbounded = free.plan();
        if (plan == null || shared == null || unbounded == null || choice.index() != alone.index()) {
            return false;
        }
        return choice.index() != free.index()
                || (shared.effort() == plan.effort() && plan.effort() != unbounded.effort())
                || (shared.tokenCap() == plan.tokenCap() && plan.tokenCap() < unbounded.tokenCap())
                || (shared.thinkingTokens() == plan.thinkingTokens()
                        && plan.thinkingTokens() < unbounded.thinkingTokens());
    }
}
