package dev.mete.engine.ir;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.Span;
import java.util.List;
import java.util.Set;

/** A yes-or-no question about a task and its bucket. Every node keeps the words that it was written with. Immutable. */
public sealed interface Condition {
    /** The words that the condition was written with. */
    Span span();

    /** Always or never. */
    record Always(boolean value, Span span) implements Condition {}

    /** All of the parts hold; true where there are none. */
    record And(List<Condition> parts, Span span) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of the parts holds; false where there are none. */
    record Or(List<Condition> parts, Span span) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold. */
    record Not(Condition part, Span span) implements Condition {}

    /** A named condition of the author, a {@code let}. */
    record Named(String name, Condition meaning, Span span) implements Condition {}

    /**
     * Two amounts compared, both counted in the same parts.
     *
     * @param parts how many parts make one smallest part of the unit, a common denominator of the fractions that were written
     * @param wide whether a side can go beyond a {@code long}, as prices beside large amounts of money do
     */
    record Compare(Comparison comparison, Amount left, Amount right, long parts, boolean wide, Span span)
            implements Condition {
        /** A comparison whose sides are never beyond a {@code long}. */
        public Compare(Comparison comparison, Amount left, Amount right, long parts, Span span) {
            this(comparison, left, right, parts, false, span);
        }
    }

    /** The value of a closed type or a flag is one of the given positions (1 for true, 0 for false). */
    record Among(int slot, Set<Integer> positions, Span span) implements Condition {
        public Among {
            positions = Set.copyOf(positions);
        }
    }

    /** A text is one of the given ones. */
    record TextAmong(int slot, Set<String> texts, Span span) implements Condition {
        public TextAmong {
            texts = Set.copyOf(texts);
        }
    }

    /** A text starts with, ends with or contains another. */
    record TextMatches(int slot, TextMatch match, String text, Span span) implements Condition {}

    /** A set has a member. */
    record HasMember(int slot, String member, Span span) implements Condition {}

    /** The task's bucket is one of the given ones. Never part of a bucket line. */
    record InBucket(Set<Bucket> buckets, Span span) implements Condition {
        public InBucket {
            buckets = Set.copyOf(buckets);
        }
    }
}
