package dev.mete.engine.check;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.Condition;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is certain of conditions where only the values of some closed features are known. Immutable but for the possible buckets, which are worked
 * out once.
 */
final class Possible {
    private final List<BucketIr> lines;
    private final Map<Integer, Integer> known;
    private @Nullable Set<Bucket> buckets;

    /**
     * What is certain with some features known.
     *
     * @param known the position of the value by the slot of the feature
     */
    Possible(List<BucketIr> lines, Map<Integer, Integer> known) {
        this.lines = lines;
        this.known = known;
    }

    /** Whether a condition can be certain to hold at all: a comparison of amounts or texts never is, whatever the closed features. */
    static boolean isEverCertain(Condition condition) {
        return switch (condition) {
            case Condition.And(var parts, var _) -> parts.stream().allMatch(Possible::isEverCertain);
            case Condition.Or(var parts, var _) -> parts.stream().anyMatch(Possible::isEverCertain);
            case Condition.Named(var _, var meaning, var _) -> isEverCertain(meaning);
            case Condition.Always _, Condition.Not _, Condition.Among _, Condition.InBucket _ -> true;
            case Condition.Compare _, Condition.TextAmong _, Condition.TextMatches _, Condition.HasMember _ -> false;
        };
    }

    /** Whether the condition can hold for such a task. */
    boolean canHold(Condition condition) {
        return !Boolean.FALSE.equals(truth(condition));
    }

    /** Whether the condition holds for every such task, as far as that is easily seen. */
    boolean mustHold(Condition condition) {
        return Boolean.TRUE.equals(truth(condition));
    }

    /** True or false where that is certain, else null. */
    private @Nullable Boolean truth(Condition condition) {
        return switch (condition) {
            case Condition.Always(boolean value, var _) -> value;
            case Condition.And(var parts, var _) -> all(parts, false);
            case Condition.Or(var parts, var _) -> all(parts, true);
            case Condition.Not(var part, var _) -> {
                Boolean truth = truth(part);
                yield truth == null ? null : (Boolean) !truth;
            }
            case Condition.Named(var _, var meaning, var _) -> truth(meaning);
            case Condition.Among(int slot, var positions, var _) -> {
                Integer position = known.get(slot);
                yield position == null ? null : (Boolean) positions.contains(position);
            }
            case Condition.InBucket(var buckets, var _) -> {
                var possible = buckets();
                yield buckets.containsAll(possible)
                        ? Boolean.TRUE
                        : possible.stream().noneMatch(buckets::contains) ? Boolean.FALSE : null;
            }
            case Condition.Compare _, Condition.TextAmong _, Condition.TextMatches _, Condition.HasMember _ -> null;
        };
    }

    /** The truth of an {@code and}, which one false part decides, or of an {@code or}, which one true part decides. */
    private @Nullable Boolean all(List<Condition> parts, boolean deciding) {
        boolean isCertain = true;
        for (Condition part : parts) {
            Boolean truth = truth(part);
            if (truth == null) {
                isCertain = false;
            } else if (truth == deciding) {
                return deciding;
            }
        }
        return isCertain ? (Boolean) !deciding : null;
    }

    private Set<Bucket> buckets() {
        Set<Bucket> found = buckets;
        if (found == null) {
            found = possibleBuckets();
            buckets = found;
        }
        return found;
    }

    private Set<Bucket> possibleBuckets() {
        var possible = EnumSet.noneOf(Bucket.class);
        for (BucketIr line : lines) {
            Boolean truth = truth(line.when());
            if (!Boolean.FALSE.equals(truth)) {
                possible.add(line.bucket());
            }
            if (Boolean.TRUE.equals(truth)) {
                return possible;
            }
        }
        possible.add(Bucket.MAYBE);
        return possible;
    }
}
