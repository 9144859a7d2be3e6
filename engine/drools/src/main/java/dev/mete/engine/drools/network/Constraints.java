package dev.mete.engine.drools.network;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.AlphaIndex;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Puts a condition into a pattern: each part of a conjunction is a node of its own, shared by all rules that have it, and found by index where it
 * compares one feature with one value.
 */
final class Constraints {
    /** The index of the bucket, after those of the slots. */
    private static final int BUCKET = 1 << 16;

    private static final int MOST_NODES = 100;

    private Constraints() {}

    static <Q extends Question> PatternDef<Q> pattern(Variable<Q> variable, Condition condition) {
        PatternDef<Q> pattern = PatternDSL.pattern(variable);
        for (Condition part : bounded(parts(condition))) {
            AlphaIndex<Q, ?> index = index(part);
            pattern = index == null
                    ? pattern.expr(Meaning.of(part), Tests.of(part))
                    : pattern.expr(Meaning.of(part), Tests.of(part), index);
        }
        return pattern;
    }

    /** The parts, of which the last is a conjunction where they are many: Drools recurses from each node to the next. */
    private static List<Condition> bounded(List<Condition> parts) {
        if (parts.size() <= MOST_NODES) {
            return parts;
        }
        var bounded = new ArrayList<>(parts.subList(0, MOST_NODES - 1));
        bounded.add(new Condition.And(parts.subList(MOST_NODES - 1, parts.size()), Span.NONE));
        return bounded;
    }

    private static List<Condition> parts(Condition condition) {
        return switch (condition) {
            case Condition.And(var parts, var _) -> {
                var all = new ArrayList<Condition>();
                parts.forEach(part -> all.addAll(parts(part)));
                yield all;
            }
            case Condition.Named(var _, var meaning, var _) -> parts(meaning);
            case Condition.Always(boolean value, var _) when value -> List.of();
            case Condition.Always _,
                    Condition.Or _,
                    Condition.Not _,
                    Condition.Compare _,
                    Condition.Among _,
                    Condition.TextAmong _,
                    Condition.TextMatches _,
                    Condition.HasMember _,
                    Condition.InBucket _ -> List.of(condition);
        };
    }

    private static <Q extends Question> @Nullable AlphaIndex<Q, ?> index(Condition condition) {
        return switch (condition) {
            case Condition.Compare(
                    var comparison,
                    Amount.Slot(int slot),
                    Amount.Fixed(long number),
                    var _,
                    var _,
                    var _)
            when comparison != Comparison.NOT_EQUAL ->
                PatternDSL.<Q, Long>alphaIndexedBy(
                        Long.class,
                        type(comparison),
                        slot,
                        question -> question.task().number(slot),
                        number);
            case Condition.Among(int slot, var positions, var _)
            when positions.size() == 1 ->
                PatternDSL.<Q, Long>alphaIndexedBy(
                        Long.class,
                        ConstraintType.EQUAL,
                        slot,
                        question -> question.task().number(slot),
                        (long) positions.iterator().next());
            case Condition.TextAmong(int slot, var texts, var _)
            when texts.size() == 1 ->
                PatternDSL.<Q, String>alphaIndexedBy(
                        String.class,
                        ConstraintType.EQUAL,
                        slot,
                        question -> question.task().text(slot),
                        texts.iterator().next());
            case Condition.InBucket(var buckets, var _)
            when buckets.size() == 1 ->
                PatternDSL.<Q, Bucket>alphaIndexedBy(
                        Bucket.class,
                        ConstraintType.EQUAL,
                        BUCKET,
                        Question::bucket,
                        buckets.iterator().next());
            case Condition.Always _,
                    Condition.And _,
                    Condition.Or _,
                    Condition.Not _,
                    Condition.Named _,
                    Condition.Compare _,
                    Condition.Among _,
                    Condition.TextAmong _,
                    Condition.TextMatches _,
                    Condition.HasMember _,
                    Condition.InBucket _ -> null;
        };
    }

    private static ConstraintType type(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> ConstraintType.EQUAL;
            case NOT_EQUAL -> ConstraintType.NOT_EQUAL;
            case LESS -> ConstraintType.LESS_THAN;
            case AT_MOST -> ConstraintType.LESS_OR_EQUAL;
            case GREATER -> ConstraintType.GREATER_THAN;
            case AT_LEAST -> ConstraintType.GREATER_OR_EQUAL;
        };
    }
}
