package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.eval.Conditions;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.Task;
import java.util.List;
import java.util.Set;

/** A condition made ready to be asked without allocating. Immutable, thread-safe. */
sealed interface Check {
    /** Whether the condition holds for a task in a bucket. */
    boolean holds(Task task, Bucket bucket);

    /** Always or never. */
    record Always(boolean value) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            return value;
        }
    }

    /** All or any of several. */
    final class Several implements Check {
        private final boolean isAll;
        private final Check[] parts;

        Several(boolean isAll, Check[] parts) {
            this.isAll = isAll;
            this.parts = parts;
        }

        @Override
        public boolean holds(Task task, Bucket bucket) {
            for (Check part : parts) {
                if (part.holds(task, bucket) != isAll) {
                    return !isAll;
                }
            }
            return isAll;
        }
    }

    /** The other way round. */
    record Not(Check part) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            return !part.holds(task, bucket);
        }
    }

    /** The number in a slot is within two bounds, both inclusive. */
    record Within(int slot, long least, long most) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            long number = task.number(slot);
            return number >= least && number <= most;
        }
    }

    /** Two amounts compared. */
    record Compare(Comparison comparison, Formula left, Formula right) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            return comparison.holds(left.of(task, bucket), right.of(task, bucket));
        }
    }

    /** Two amounts compared that can go beyond a {@code long}; only where they do is anything allocated. */
    record CompareWide(Condition.Compare compare, Formula left, Formula right) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            boolean isLong =
                    left.most(task, bucket) < Formula.SURELY_LONG && right.most(task, bucket) < Formula.SURELY_LONG;
            return isLong
                    ? compare.comparison().holds(left.of(task, bucket), right.of(task, bucket))
                    : Conditions.holds(compare, task, bucket);
        }
    }

    /** The position in a slot is one of those below 64 whose bits are set. */
    record Among(int slot, long positions) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            long position = task.number(slot);
            return position < Long.SIZE && (positions >>> position & 1) != 0;
        }
    }

    /** The position in a slot is one of any. */
    record AmongMany(int slot, Set<Integer> positions) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            return positions.contains((int) task.number(slot));
        }
    }

    /** The text in a slot is this one. */
    record TextIs(int slot, String text) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            return text.equals(task.text(slot));
        }
    }

    /** The text in a slot is one of these. */
    record TextAmong(int slot, Set<String> texts) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            return texts.contains(task.text(slot));
        }
    }

    /** The text in a slot matches. */
    record TextMatches(int slot, TextMatch match, String text) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            return match.holds(task.text(slot), text);
        }
    }

    /** The set in a slot has a member. */
    record HasMember(int slot, String member) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            return task.members(slot).contains(member);
        }
    }

    /** The bucket is one of those whose bits are set. */
    record InBucket(int buckets) implements Check {
        @Override
        public boolean holds(Task task, Bucket bucket) {
            return (buckets >>> bucket.ordinal() & 1) != 0;
        }
    }

    /** The place of the first that holds; the number of checks where none does. */
    static int first(Check[] checks, Task task, Bucket bucket) {
        int place = 0;
        while (place < checks.length && !checks[place].holds(task, bucket)) {
            place++;
        }
        return place;
    }

    /** Makes conditions ready. */
    static Check[] all(List<Condition> conditions) {
        return conditions.stream().map(Check::of).toArray(Check[]::new);
    }

    /** Makes a condition ready. */
    static Check of(Condition condition) {
        return switch (condition) {
            case Condition.Always(boolean value, var _) -> new Always(value);
            case Condition.And(var parts, var _) -> several(true, parts);
            case Condition.Or(var parts, var _) -> several(false, parts);
            case Condition.Not(var part, var _) -> new Not(of(part));
            case Condition.Named(var _, var meaning, var _) -> of(meaning);
            case Condition.Compare compare -> of(compare);
            case Condition.Among(int slot, var positions, var _) -> among(slot, positions);
            case Condition.TextAmong(int slot, var texts, var _) ->
                texts.size() == 1 ? new TextIs(slot, texts.iterator().next()) : new TextAmong(slot, texts);
            case Condition.TextMatches(int slot, var match, var text, var _) -> new TextMatches(slot, match, text);
            case Condition.HasMember(int slot, var member, var _) -> new HasMember(slot, member);
            case Condition.InBucket(var buckets, var _) ->
                new InBucket(buckets.stream()
                        .mapToInt(bucket -> 1 << bucket.ordinal())
                        .sum());
        };
    }

    private static Check several(boolean isAll, List<Condition> parts) {
        return parts.size() == 1 ? of(parts.getFirst()) : new Several(isAll, all(parts));
    }

    private static Check of(Condition.Compare compare) {
        if (compare.wide()) {
            return new CompareWide(compare, Formula.of(compare.left()), Formula.of(compare.right()));
        }
        boolean isRange = compare.left() instanceof Amount.Slot
                && compare.right() instanceof Amount.Fixed
                && compare.comparison() != Comparison.NOT_EQUAL;
        if (isRange) {
            var span = Interval.of(compare);
            if (span.isPresent()) {
                return new Within(
                        span.get().slot(), span.get().least(), span.get().most());
            }
        }
        return new Compare(compare.comparison(), Formula.of(compare.left()), Formula.of(compare.right()));
    }

    private static Check among(int slot, Set<Integer> positions) {
        return positions.stream().allMatch(position -> position >= 0 && position < Long.SIZE)
                ? new Among(
                        slot,
                        positions.stream().mapToLong(position -> 1L << position).sum())
                : new AmongMany(slot, positions);
    }
}
