package dev.mete.engine.compiled;

import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.TextMatch;
import java.util.stream.Stream;

/** What a decision can take at the worst: all lines that the index does not settle alone are asked in full. */
final class Work {
    /** So long may a thread that serves others be held up. */
    static final long QUICK_NANOS = 100_000;

    /** A text of the greatest length in which the part that is looked for begins again and again, on the slow side of what was measured. */
    private static final long CONTAINS_NANOS = 5_000;

    private static final long MEMBER_NANOS = 50;
    private static final long PLAIN_NANOS = 20;

    private Work() {}

    /** Whether a decision of the policy never takes long. */
    static boolean isQuick(PolicyIr policy) {
        return lines(policy).mapToLong(Work::verified).sum() <= QUICK_NANOS;
    }

    private static Stream<Condition> lines(PolicyIr policy) {
        return Stream.of(
                        policy.buckets().stream().map(line -> line.when()),
                        policy.rules().stream().map(rule -> rule.when()),
                        policy.limits().stream().map(limit -> limit.when()))
                .flatMap(conditions -> conditions);
    }

    private static long verified(Condition line) {
        return Row.of(0, line).stream().allMatch(Row::isWhole) ? 0 : nanos(line);
    }

    private static long nanos(Condition condition) {
        return switch (condition) {
            case Condition.Always _ -> 0;
            case Condition.And(var parts, var _) ->
                parts.stream().mapToLong(Work::nanos).sum();
            case Condition.Or(var parts, var _) ->
                parts.stream().mapToLong(Work::nanos).sum();
            case Condition.Not(var part, var _) -> nanos(part);
            case Condition.Named(var _, var meaning, var _) -> nanos(meaning);
            case Condition.TextMatches(var _, TextMatch match, var _, var _) ->
                match == TextMatch.CONTAINS ? CONTAINS_NANOS : MEMBER_NANOS;
            case Condition.HasMember _, Condition.TextAmong _ -> MEMBER_NANOS;
            case Condition.Compare _, Condition.Among _, Condition.InBucket _ -> PLAIN_NANOS;
        };
    }
}
