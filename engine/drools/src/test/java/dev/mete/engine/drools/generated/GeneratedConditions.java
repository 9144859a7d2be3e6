package dev.mete.engine.drools.generated;

import dev.mete.engine.check.Range;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Conditions and amounts of every kind. */
final class GeneratedConditions {
    private static final int DEEPEST = 3;
    private static final TaskSchema SCHEMA = TaskSchema.of(StandardFeatures.all(), new BitSet());

    private final Draw draw;
    private final boolean reckonsInDollars;

    /**
     * Conditions drawn at random.
     *
     * @param reckonsInDollars whether there is arithmetic of decimals, which only Mete does exactly
     */
    GeneratedConditions(Draw draw, boolean reckonsInDollars) {
        this.draw = draw;
        this.reckonsInDollars = reckonsInDollars;
    }

    /** A condition that asks something of the task. */
    Condition condition(boolean mayAskForBucket) {
        return draw.chance(0.4)
                ? new Condition.And(draw.several(2, 4, () -> leaf(mayAskForBucket)), Span.NONE)
                : draw.chance(0.5) ? nested(mayAskForBucket, 0) : leaf(mayAskForBucket);
    }

    private Condition any(boolean bucket, int depth) {
        return depth < DEEPEST && draw.chance(0.4) ? nested(bucket, depth) : leafOrConstant(bucket);
    }

    private Condition nested(boolean bucket, int depth) {
        return switch (draw.between(0, 3)) {
            case 0 -> new Condition.And(draw.several(2, 3, () -> any(bucket, depth + 1)), Span.NONE);
            case 1 -> new Condition.Or(draw.several(2, 3, () -> any(bucket, depth + 1)), Span.NONE);
            case 2 -> new Condition.Not(any(bucket, depth + 1), Span.NONE);
            default ->
                new Condition.Named("named", draw.chance(0.5) ? leaf(bucket) : nested(bucket, depth + 1), Span.NONE);
        };
    }

    private Condition leafOrConstant(boolean bucket) {
        return draw.chance(0.05) ? new Condition.Always(draw.chance(0.5), Span.NONE) : leaf(bucket);
    }

    private Condition leaf(boolean bucket) {
        return switch (draw.between(0, bucket ? 8 : 7)) {
            case 0, 1 -> simple();
            case 2 -> compare();
            case 3 -> among();
            case 4 -> new Condition.Among(draw.slot(FeatureType.Flag.class), Set.of(draw.between(0, 1)), Span.NONE);
            case 5 -> new Condition.TextAmong(draw.slot(FeatureType.Text.class), texts(), Span.NONE);
            case 6 ->
                new Condition.TextMatches(
                        draw.slot(FeatureType.Text.class),
                        draw.of(List.of(TextMatch.values())),
                        draw.text(),
                        Span.NONE);
            case 7 -> new Condition.HasMember(draw.slot(FeatureType.TextSet.class), draw.text(), Span.NONE);
            default -> new Condition.InBucket(buckets(), Span.NONE);
        };
    }

    private Set<String> texts() {
        return new LinkedHashSet<>(draw.several(1, 3, draw::text));
    }

    private Set<Bucket> buckets() {
        return new LinkedHashSet<>(draw.several(1, 2, () -> draw.of(List.of(Bucket.values()))));
    }

    private Condition among() {
        int slot = draw.slot(FeatureType.OneOf.class);
        var type = (FeatureType.OneOf) Draw.feature(slot).type();
        return new Condition.Among(
                slot,
                new LinkedHashSet<>(
                        draw.several(1, 4, () -> draw.between(0, type.values().size() - 1))),
                Span.NONE);
    }

    private Condition simple() {
        Unit unit = draw.unit();
        return new Condition.Compare(
                draw.of(List.of(Comparison.values())),
                new Amount.Slot(draw.slot(unit)),
                new Amount.Fixed(draw.parts(unit)),
                1,
                Span.NONE);
    }

    private Condition compare() {
        Unit unit = reckonsInDollars ? draw.unit() : draw.of(List.of(Unit.TOKENS, Unit.DURATION));
        int parts = draw.chance(0.7) ? 1 : draw.between(2, 8);
        Amount times = new Amount.Times(parts, new Amount.Slot(draw.slot(unit)));
        Amount sum = new Amount.Sum(List.of(times, amount(unit, 0)));
        Amount left = Range.of(sum, SCHEMA).fitsLong() ? sum : times;
        Amount right = amount(unit, 0);
        boolean swapped = draw.chance(0.3);
        return new Condition.Compare(
                draw.of(List.of(Comparison.values())),
                swapped ? right : left,
                swapped ? left : right,
                parts,
                Span.NONE);
    }

    /** As {@link #amount}, but one feature alone where there is no arithmetic of decimals. */
    Amount exactAmount(Unit unit) {
        return reckonsInDollars ? amount(unit, 0) : new Amount.Slot(draw.slot(unit));
    }

    /** An amount of which no part overflows. */
    Amount amount(Unit unit, int depth) {
        Amount amount = anyAmount(unit, depth);
        return Range.of(amount, SCHEMA).fitsLong() ? amount : new Amount.Slot(draw.slot(unit));
    }

    private Amount anyAmount(Unit unit, int depth) {
        if (depth >= 2 || draw.chance(0.5)) {
            return draw.chance(0.5) ? new Amount.Slot(draw.slot(unit)) : new Amount.Fixed(draw.parts(unit));
        }
        return switch (draw.between(0, 3)) {
            case 0 -> new Amount.Sum(draw.several(1, 3, () -> amount(unit, depth + 1)));
            case 1 -> new Amount.Times(draw.between(-3, 5), amount(unit, depth + 1));
            case 2 -> new Amount.Least(draw.several(1, 2, () -> amount(unit, depth + 1)));
            default -> new Amount.Greatest(draw.several(1, 2, () -> amount(unit, depth + 1)));
        };
    }
}
