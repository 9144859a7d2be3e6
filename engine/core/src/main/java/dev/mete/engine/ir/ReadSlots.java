package dev.mete.engine.ir;

import dev.mete.engine.task.Feature;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the features that a policy can read: those of its conditions and amounts, and those that fitting a plan to a model needs. */
public final class ReadSlots {
    private final BitSet slots = new BitSet();

    private ReadSlots() {}

    /** The schema of a policy over its features, knowing which of them the policy can read. */
    public static TaskSchema schema(
            List<Feature> features,
            List<BucketIr> buckets,
            List<RuleIr> rules,
            RuleIr otherwise,
            List<LimitIr> limits) {
        var reads = new ReadSlots();
        for (int slot = 0; slot < features.size(); slot++) {
            String name = features.get(slot).name();
            if (name.equals(StandardFeatures.INPUT_TOKENS) || name.equals(StandardFeatures.OUTPUT_TOKENS)) {
                reads.slots.set(slot);
            }
        }
        buckets.forEach(bucket -> reads.condition(bucket.when()));
        rules.forEach(reads::rule);
        reads.rule(otherwise);
        limits.forEach(reads::limit);
        return TaskSchema.of(features, reads.slots);
    }

    /** Whether a condition asks for a feature. */
    public static boolean reads(Condition condition, int slot) {
        var reads = new ReadSlots();
        reads.condition(condition);
        return reads.slots.get(slot);
    }

    private void rule(RuleIr rule) {
        condition(rule.when());
        switch (rule.choice()) {
            case ChoiceIr.One(PlanIr plan) -> plan(plan);
            case ChoiceIr.Several several -> several.candidates().forEach(this::candidate);
        }
        rule.fallbacks().forEach(this::plan);
    }

    private void candidate(CandidateIr candidate) {
        plan(candidate.plan());
        condition(candidate.where());
        amount(candidate.value());
    }

    private void plan(PlanIr plan) {
        quantity(plan.thinking());
        quantity(plan.cap());
        quantity(plan.timeout());
    }

    private void limit(LimitIr limit) {
        condition(limit.when());
        switch (limit.bound()) {
            case LimitIr.Bound.EffortAtMost _ -> {}
            case LimitIr.Bound.ThinkingAtMost(Quantity tokens) -> quantity(tokens);
            case LimitIr.Bound.CapAtMost(Quantity tokens) -> quantity(tokens);
            case LimitIr.Bound.CostAtMost(Quantity nanos) -> quantity(nanos);
            case LimitIr.Bound.TimeoutAtMost(Quantity millis) -> quantity(millis);
        }
    }

    private void quantity(@Nullable Quantity quantity) {
        if (quantity != null) {
            amount(quantity.numerator());
        }
    }

    private void condition(Condition condition) {
        switch (condition) {
            case Condition.Always _, Condition.InBucket _ -> {}
            case Condition.And(var parts, var _) -> parts.forEach(this::condition);
            case Condition.Or(var parts, var _) -> parts.forEach(this::condition);
            case Condition.Not(var part, var _) -> condition(part);
            case Condition.Named(var _, var meaning, var _) -> condition(meaning);
            case Condition.Compare compare -> {
                amount(compare.left());
                amount(compare.right());
            }
            case Condition.Among(int slot, var _, var _) -> slots.set(slot);
            case Condition.TextAmong(int slot, var _, var _) -> slots.set(slot);
            case Condition.TextMatches(int slot, var _, var _, var _) -> slots.set(slot);
            case Condition.HasMember(int slot, var _, var _) -> slots.set(slot);
        }
    }

    private void amount(Amount amount) {
        switch (amount) {
            case Amount.Fixed _ -> {}
            case Amount.Slot(int slot) -> slots.set(slot);
            case Amount.Sum(var terms) -> terms.forEach(this::amount);
            case Amount.Times(var _, var part) -> amount(part);
            case Amount.Least(var amounts) -> amounts.forEach(this::amount);
            case Amount.Greatest(var amounts) -> amounts.forEach(this::amount);
            case Amount.Case(var branches, var otherwise) -> {
                for (Amount.Branch branch : branches) {
                    condition(branch.when());
                    amount(branch.amount());
                }
                amount(otherwise);
            }
        }
    }
}
