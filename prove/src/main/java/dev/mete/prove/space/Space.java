package dev.mete.prove.space;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All tasks of a policy, as far as its conditions tell them apart. Immutable, thread-safe. */
public final class Space {
    private final TaskSchema schema;
    private final List<Axis> axes = new ArrayList<>();
    private final Map<Axis, Integer> parts = new HashMap<>();
    private final int[] bySlot;
    private final int firstBucketLines;
    private final int policies;
    private final Formula deadline;

    private Space(TaskSchema schema, List<PolicyIr> policies, Asked asked) {
        this.schema = schema;
        this.bySlot = new int[schema.size()];
        for (int slot = 0; slot < schema.size(); slot++) {
            int at = slot;
            bySlot[slot] = axes.size();
            switch (schema.feature(slot).type()) {
                case FeatureType.Flag() -> axes.add(new Axis.Positions(slot, 2));
                case FeatureType.OneOf(var values, var _) -> axes.add(new Axis.Positions(slot, values.size()));
                case FeatureType.Quantity(var _, long least, long most) -> axes.add(ranges(slot, least, most, asked));
                case FeatureType.Text() -> texts(slot, asked);
                case FeatureType.TextSet() -> asked.members(slot).forEach(member -> part(new Axis.Member(at, member)));
            }
        }
        this.deadline = deadline(schema);
        this.firstBucketLines = axes.size();
        this.policies = policies.size();
        for (int policy = 0; policy < policies.size(); policy++) {
            axes.add(new Axis.BucketLines(policy, buckets(policies.get(policy))));
        }
    }

    private static List<Bucket> buckets(PolicyIr policy) {
        var lines = new ArrayList<Bucket>();
        policy.buckets().forEach(line -> lines.add(line.bucket()));
        lines.add(Bucket.MAYBE);
        return lines;
    }

    /** That a task says how long its caller can wait. */
    private Formula deadline(TaskSchema schema) {
        int slot = schema.slot(StandardFeatures.LATENCY_TOLERANCE);
        if (schema.requires(slot) || schema.feature(slot).defaultValue() != null) {
            return Formula.YES;
        }
        axes.add(new Axis.Given(slot));
        return new Formula.Test(axes.size() - 1, Cells.only(1));
    }

    /** That a task says how long its caller can wait. */
    public Formula isDeadlineGiven() {
        return deadline;
    }

    /**
     * The tasks of a policy.
     *
     * @param more what else is asked, beside the policy's own conditions
     */
    public static Space of(PolicyIr policy, Collection<Condition> more) {
        return of(List.of(policy), more);
    }

    /**
     * The tasks of policies over the same features.
     *
     * @param more what else is asked, beside the policies' own conditions
     */
    public static Space of(List<PolicyIr> policies, Collection<Condition> more) {
        TaskSchema schema = policies.getFirst().schema();
        var asked = new Asked(schema);
        for (PolicyIr policy : policies) {
            PartsOf.conditions(policy).forEach(asked::add);
            PartsOf.amounts(policy).forEach(asked::add);
            policy.models().forEach(model -> prices(asked, schema, model.model()));
        }
        more.forEach(asked::add);
        return new Space(schema, policies, asked);
    }

    /** What the price of a prompt depends on. */
    private static void prices(Asked asked, TaskSchema schema, Model model) {
        var prices = model.figures().prices();
        if (prices != null) {
            int input = schema.slot(StandardFeatures.INPUT_TOKENS);
            prices.above().forEach(tier -> asked.above(input, tier.inputTokens()));
            asked.texts(schema.slot(StandardFeatures.PREVIOUS_MODEL), List.of("", model.id(), model.name()));
        }
    }

    private static Axis.Ranges ranges(int slot, long least, long most, Asked asked) {
        var starts = new ArrayList<Long>(List.of(least));
        starts.addAll(asked.cuts(slot));
        return new Axis.Ranges(slot, starts, most);
    }

    private void texts(int slot, Asked asked) {
        axes.add(new Axis.Texts(slot, List.copyOf(asked.texts(slot))));
        asked.parts(slot).forEach(part -> part(new Axis.Match(slot, part.match(), part.text())));
    }

    private void part(Axis axis) {
        parts.put(axis, axes.size());
        axes.add(axis);
    }

    /** The features. */
    public TaskSchema schema() {
        return schema;
    }

    /** The axes, in order. */
    public List<Axis> axes() {
        return axes;
    }

    /** The axis of a feature: of its ranges, its positions or its named texts. */
    public int axis(int slot) {
        return bySlot[slot];
    }

    /** Of how many policies it is. */
    public int policies() {
        return policies;
    }

    /** The axis of the bucket lines of the only policy. */
    public int bucketLines() {
        return bucketLines(0);
    }

    /** The axis of the bucket lines of a policy. */
    public int bucketLines(int policy) {
        return firstBucketLines + policy;
    }

    /** The axis of a member of a set. */
    int member(int slot, String member) {
        return known(new Axis.Member(slot, member));
    }

    /** The axis of a part of a text. */
    int match(int slot, TextMatch match, String text) {
        return known(new Axis.Match(slot, match, text));
    }

    private int known(Axis axis) {
        Integer at = parts.get(axis);
        if (at == null) {
            throw new IllegalArgumentException("the space was made without " + axis);
        }
        return at;
    }

    /** All cells of an axis. */
    public Cells all(int axis) {
        return Cells.range(0, axes.get(axis).cells());
    }

    /** What holds exactly where a formula does not. */
    public Formula not(Formula formula) {
        return switch (formula) {
            case Formula.Test(int axis, var cells) -> test(axis, all(axis).minus(cells));
            case Formula.All(var inner) ->
                Formula.any(inner.stream().map(this::not).toList());
            case Formula.Any(var inner) ->
                Formula.all(inner.stream().map(this::not).toList());
            case Formula.AtMostZero(var whole, String words) ->
                new Formula.AtMostZero(Whole.sum(Whole.of(1), Whole.minus(whole)), Words.not(words));
        };
    }

    /** A test, or what it comes to where it always or never holds. */
    Formula test(int axis, Cells cells) {
        return cells.isEmpty() ? Formula.NO : cells.hasAll(all(axis)) ? Formula.YES : new Formula.Test(axis, cells);
    }
}
