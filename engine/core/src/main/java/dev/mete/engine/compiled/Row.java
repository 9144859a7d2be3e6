package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Condition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tests of single features that all hold wherever a line of a policy does, or wherever one side of its {@code or} does. Immutable.
 *
 * @param line the line's place
 * @param ranges the values of quantities, by slot
 * @param positions the positions of closed types and flags, by slot; the slot {@link #BUCKET} has buckets
 * @param texts the values of texts, by slot
 * @param isWhole whether the line holds wherever the tests do
 */
record Row(
        int line,
        Map<Integer, Interval> ranges,
        Map<Integer, BitSet> positions,
        Map<Integer, Set<String>> texts,
        boolean isWhole) {
    /** Where the bucket stands among the positions. */
    static final int BUCKET = -1;

    /** A condition that falls into more rows is verified instead. */
    private static final int MOST_ROWS = 16;

    /** The rows of a line: one that meets all of them never meets a task that none of these does. */
    static List<Row> of(int line, Condition when) {
        return rows(new Row(line, Map.of(), Map.of(), Map.of(), true), when, false).stream()
                .filter(Row::isPossible)
                .toList();
    }

    /** A row for each side of a condition, or of its opposite, on top of what is tested already. */
    private static List<Row> rows(Row so, Condition condition, boolean isNot) {
        return switch (condition) {
            case Condition.Always(boolean value, var _) -> value == isNot ? List.of() : List.of(so);
            case Condition.And(var parts, var _) -> isNot ? any(so, parts, true) : all(so, parts, false);
            case Condition.Or(var parts, var _) -> isNot ? all(so, parts, true) : any(so, parts, false);
            case Condition.Not(var part, var _) -> rows(so, part, !isNot);
            case Condition.Named(var _, var meaning, var _) -> rows(so, meaning, isNot);
            case Condition.Compare compare -> List.of(so.compared(isNot ? opposite(compare) : compare));
            case Condition.Among(int slot, var positions, var _) ->
                isNot ? List.of(so.open()) : List.of(so.at(slot, bits(positions)));
            case Condition.InBucket(var buckets, var _) -> {
                var bits = bits(buckets.stream().map(Enum::ordinal).toList());
                if (isNot) {
                    bits.flip(0, Bucket.values().length);
                }
                yield List.of(so.at(BUCKET, bits));
            }
            case Condition.TextAmong(int slot, var texts, var _) ->
                isNot ? List.of(so.open()) : List.of(so.of(slot, texts));
            case Condition.TextMatches _, Condition.HasMember _ -> List.of(so.open());
        };
    }

    private static List<Row> all(Row so, List<Condition> parts, boolean isNot) {
        List<Row> rows = List.of(so);
        for (Condition part : parts) {
            var next = new ArrayList<Row>();
            rows.forEach(row -> next.addAll(rows(row, part, isNot)));
            rows = next.size() > MOST_ROWS ? rows.stream().map(Row::open).toList() : next;
        }
        return rows;
    }

    private static List<Row> any(Row so, List<Condition> parts, boolean isNot) {
        var rows = new ArrayList<Row>();
        for (Condition part : parts) {
            rows.addAll(rows(so, part, isNot));
        }
        return rows.size() > MOST_ROWS ? List.of(so.open()) : rows;
    }

    private static Condition.Compare opposite(Condition.Compare compare) {
        return new Condition.Compare(
                compare.comparison().negated(),
                compare.left(),
                compare.right(),
                compare.parts(),
                compare.wide(),
                compare.span());
    }

    private static BitSet bits(Iterable<Integer> positions) {
        var bits = new BitSet();
        positions.forEach(bits::set);
        return bits;
    }

    private Row compared(Condition.Compare compare) {
        return Interval.of(compare).map(this::within).orElseGet(this::open);
    }

    private Row within(Interval interval) {
        var all = new HashMap<>(ranges);
        all.merge(interval.slot(), interval, Interval::and);
        return new Row(line, all, positions, texts, isWhole);
    }

    private Row at(int slot, BitSet bits) {
        var all = new HashMap<>(positions);
        var both = (BitSet) bits.clone();
        BitSet before = positions.get(slot);
        if (before != null) {
            both.and(before);
        }
        all.put(slot, both);
        return new Row(line, ranges, all, texts, isWhole);
    }

    private Row of(int slot, Set<String> words) {
        var all = new HashMap<>(texts);
        var both = new HashSet<>(words);
        Set<String> before = texts.get(slot);
        if (before != null) {
            both.retainAll(before);
        }
        all.put(slot, both);
        return new Row(line, ranges, positions, all, isWhole);
    }

    /** The same with something beside the tests, which has to be verified. */
    private Row open() {
        return isWhole ? new Row(line, ranges, positions, texts, false) : this;
    }

    private boolean isPossible() {
        return ranges.values().stream().allMatch(range -> range.least() <= range.most())
                && positions.values().stream().noneMatch(BitSet::isEmpty)
                && texts.values().stream().noneMatch(Set::isEmpty);
    }
}
