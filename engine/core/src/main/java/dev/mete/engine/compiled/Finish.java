package dev.mete.engine.compiled;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Chosen;
import dev.mete.engine.decision.DecisionNames;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.PlanSlots;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.eval.Decide;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The way from a bucket, a rule and the limits that hold to a decision, without allocating: as {@link Decide}, to which it leaves the tasks that the first
 * plan or a fallback cannot take. Immutable, thread-safe.
 */
public final class Finish {
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final PolicyIr policy;
    private final DecisionNames names;
    private final PreparedChoice[] choices;
    private final Limits limits;
    private final int input;
    private final int output;
    private final int tolerance;

    /** For the decisions of a policy. */
    public Finish(PolicyIr policy) {
        TaskSchema schema = policy.schema();
        Map<Model, ModelFit> models = new LinkedHashMap<>();
        var ways = new ArrayList<Chosen>();
        this.policy = policy;
        this.limits = new Limits(policy.limits());
        this.input = schema.slot(StandardFeatures.INPUT_TOKENS);
        this.output = schema.slot(StandardFeatures.OUTPUT_TOKENS);
        this.tolerance = schema.slot(StandardFeatures.LATENCY_TOLERANCE);
        Function<PlanIr, PreparedPlan> prepare = plan -> new PreparedPlan(
                plan,
                models.computeIfAbsent(plan.model().model(), model -> new ModelFit(model, models.size(), schema)));
        var all = new ArrayList<>(policy.rules());
        all.add(policy.otherwise());
        this.choices = all.stream()
                .map(rule -> new PreparedChoice(rule, prepare, schema, ways))
                .toArray(PreparedChoice[]::new);
        this.names = new DecisionNames(
                all.stream().map(RuleIr::name).toList(),
                policy.limits().stream().map(LimitIr::name).toList(),
                List.copyOf(models.keySet()),
                ways);
    }

    /** The limits that hold for a task, in the order of the policy. */
    public interface Holding {
        /**
         * The first that holds.
         *
         * @param known what was found out about the task before, if anything
         * @param from the first that is looked at
         * @return negative, or beyond all limits, where none holds
         */
        int next(Task task, Bucket bucket, long known, int from);
    }

    /**
     * Decides.
     *
     * @param line the place of the rule that holds; the number of rules where none does
     * @param known for {@code holding}
     */
    public void decide(Task task, Bucket bucket, int line, Holding holding, long known, Verdict verdict) {
        PreparedChoice choice = choices[line];
        verdict.begin(names, bucket.ordinal(), line);
        verdict.room()[Room.KNOWN] = known;
        PreparedPlan first = choice.first(task, bucket, verdict);
        if (first == null || !fits(task, bucket, choice, first, holding, verdict)) {
            verdict.set(slowly(task, bucket, line, holding, verdict.room()));
        }
    }

    private boolean fits(
            Task task, Bucket bucket, PreparedChoice choice, PreparedPlan first, Holding holding, Verdict verdict) {
        long[] room = verdict.room();
        room[Room.INPUT] = task.number(input);
        room[Room.ANSWER] = Math.max(1, task.number(output));
        room[Room.TOLERANCE] = task.has(tolerance) ? task.number(tolerance) : Room.NOT_SAID;
        boolean isBound = bounds(task, bucket, holding, room);
        for (PreparedPlan fallback : choice.fallbacks()) {
            if (!fit(task, bucket, fallback, isBound, room, verdict.addFallback())) {
                return false;
            }
        }
        PlanSlots plan = verdict.plan();
        if (!isBound && first.fitAtOnce(room, plan)) {
            first.compareAtOnce(verdict);
        } else if (fit(task, bucket, first, isBound, room, plan)
                && (!isBound || blame(task, bucket, first, holding, verdict))) {
            first.compare(room, plan, verdict);
        } else {
            return false;
        }
        first.estimate(task, plan, verdict);
        return true;
    }

    private static boolean fit(
            Task task, Bucket bucket, PreparedPlan plan, boolean isBound, long[] room, PlanSlots into) {
        if (!isBound) {
            if (plan.fitAtOnce(room, into)) {
                return true;
            }
            Limits.free(room, Room.FREE);
        }
        plan.ask(task, bucket, room);
        return plan.fit(task, room, isBound ? Room.HELD : Room.FREE, into);
    }

    /** Puts together what the limits that hold bound; says whether there are any. */
    private boolean bounds(Task task, Bucket bucket, Holding holding, long[] room) {
        int limit = next(task, bucket, holding, room[Room.KNOWN], 0);
        if (limit == LineIndex.NONE) {
            return false;
        }
        Limits.free(room, Room.HELD);
        for (; limit != LineIndex.NONE; limit = next(task, bucket, holding, room[Room.KNOWN], limit + 1)) {
            limits.lower(limit, task, bucket, room);
        }
        return true;
    }

    private int next(Task task, Bucket bucket, Holding holding, long known, int from) {
        int limit = from < limits.count() ? holding.next(task, bucket, known, from) : LineIndex.NONE;
        return limit >= 0 && limit < limits.count() ? limit : LineIndex.NONE;
    }

    /**
     * Names the limits that lowered the plan: a dimension did where the plan would be another without its bound, or where its bound alone would have
     * lowered a part of the plan to what it is.
     */
    private boolean blame(Task task, Bucket bucket, PreparedPlan asked, Holding holding, Verdict verdict) {
        long[] room = verdict.room();
        PlanSlots plan = verdict.plan();
        PlanSlots free = verdict.spare();
        Limits.free(room, Room.FREE);
        if (!asked.fit(task, room, Room.FREE, free)) {
            return false;
        }
        if (plan.isSame(free)) {
            return true;
        }
        int lowering = 0;
        for (Dimension dimension : DIMENSIONS) {
            if (room[Room.HELD + dimension.ordinal()] == dimension.free()) {
                continue;
            }
            PlanSlots tried = verdict.otherSpare();
            Limits.some(room, dimension, false);
            if (!asked.fit(task, room, Room.TRIED, tried)) {
                return false;
            }
            boolean lowers = !plan.isSame(tried);
            if (!lowers) {
                Limits.some(room, dimension, true);
                if (!asked.fit(task, room, Room.TRIED, tried)) {
                    return false;
                }
                lowers = isShared(plan, tried, free);
            }
            lowering |= lowers ? 1 << dimension.ordinal() : 0;
        }
        for (int limit = next(task, bucket, holding, room[Room.KNOWN], 0);
                limit != LineIndex.NONE;
                limit = next(task, bucket, holding, room[Room.KNOWN], limit + 1)) {
            int dimension = limits.dimension(limit).ordinal();
            if ((lowering >>> dimension & 1) != 0 && limits.bound(limit, task, bucket) == room[Room.HELD + dimension]) {
                verdict.addLimit(limit);
            }
        }
        return true;
    }

    /** Whether a plan under one bound alone already has a part as it was lowered to. */
    private static boolean isShared(PlanSlots plan, PlanSlots alone, PlanSlots free) {
        return (alone.effort() == plan.effort() && plan.effort() != free.effort())
                || (alone.tokenCap() == plan.tokenCap() && plan.tokenCap() < free.tokenCap())
                || (alone.thinkingTokens() == plan.thinkingTokens() && plan.thinkingTokens() < free.thinkingTokens());
    }

    private Outcome slowly(Task task, Bucket bucket, int line, Holding holding, long[] room) {
        var held = new ArrayList<LimitIr>();
        for (int limit = next(task, bucket, holding, room[Room.KNOWN], 0);
                limit != LineIndex.NONE;
                limit = next(task, bucket, holding, room[Room.KNOWN], limit + 1)) {
            held.add(policy.limits().get(limit));
        }
        RuleIr rule = line < policy.rules().size() ? policy.rules().get(line) : policy.otherwise();
        return Decide.finish(policy, task, bucket, rule, List.copyOf(held));
    }
}
