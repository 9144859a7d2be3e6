package dev.mete.engine.eval;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.Task;
import java.math.BigInteger;

/** What conditions and amounts come to for a task. */
public final class Conditions {
    private Conditions() {}

    /** Whether the condition holds for a task in a bucket. */
    public static boolean holds(Condition condition, Task task, Bucket bucket) {
        return switch (condition) {
            case Condition.Always(boolean value, var _) -> value;
            case Condition.And(var parts, var _) -> parts.stream().allMatch(part -> holds(part, task, bucket));
            case Condition.Or(var parts, var _) -> parts.stream().anyMatch(part -> holds(part, task, bucket));
            case Condition.Not(var part, var _) -> !holds(part, task, bucket);
            case Condition.Named(var _, var meaning, var _) -> holds(meaning, task, bucket);
            case Condition.Compare(var comparison, var left, var right, var _, boolean wide, var _) ->
                wide
                        ? comparison.holds(exactly(left, task, bucket).compareTo(exactly(right, task, bucket)), 0)
                        : comparison.holds(number(left, task, bucket), number(right, task, bucket));
            case Condition.Among(int slot, var positions, var _) -> positions.contains((int) task.number(slot));
            case Condition.TextAmong(int slot, var texts, var _) -> texts.contains(task.text(slot));
            case Condition.TextMatches(int slot, var match, var text, var _) -> match.holds(task.text(slot), text);
            case Condition.HasMember(int slot, var member, var _) ->
                task.members(slot).contains(member);
            case Condition.InBucket(var buckets, var _) -> buckets.contains(bucket);
        };
    }

    /** The quantity in the unit's smallest parts, rounded down. */
    public static long quantity(Quantity quantity, Task task, Bucket bucket) {
        return Math.floorDiv(number(quantity.numerator(), task, bucket), quantity.divisor());
    }

    /** The amount as a whole number. */
    public static long number(Amount amount, Task task, Bucket bucket) {
        return switch (amount) {
            case Amount.Fixed(long number) -> number;
            case Amount.Slot(int slot) -> task.number(slot);
            case Amount.Sum(var terms) ->
                terms.stream().mapToLong(term -> number(term, task, bucket)).sum();
            case Amount.Times(long factor, var part) -> factor * number(part, task, bucket);
            case Amount.Least(var amounts) ->
                amounts.stream()
                        .mapToLong(part -> number(part, task, bucket))
                        .min()
                        .orElseThrow();
            case Amount.Greatest(var amounts) ->
                amounts.stream()
                        .mapToLong(part -> number(part, task, bucket))
                        .max()
                        .orElseThrow();
            case Amount.Case choice -> number(amount(choice, task, bucket), task, bucket);
        };
    }

    /** The amount as a whole number of any size: what candidates are compared by goes beyond a {@code long}. */
    static BigInteger exactly(Amount amount, Task task, Bucket bucket) {
        return switch (amount) {
            case Amount.Fixed(long number) -> BigInteger.valueOf(number);
            case Amount.Slot(int slot) -> BigInteger.valueOf(task.number(slot));
            case Amount.Sum(var terms) ->
                terms.stream().map(term -> exactly(term, task, bucket)).reduce(BigInteger.ZERO, BigInteger::add);
            case Amount.Times(long factor, var part) ->
                exactly(part, task, bucket).multiply(BigInteger.valueOf(factor));
            case Amount.Least(var amounts) ->
                amounts.stream()
                        .map(part -> exactly(part, task, bucket))
                        .reduce(BigInteger::min)
                        .orElseThrow();
            case Amount.Greatest(var amounts) ->
                amounts.stream()
                        .map(part -> exactly(part, task, bucket))
                        .reduce(BigInteger::max)
                        .orElseThrow();
            case Amount.Case choice -> exactly(amount(choice, task, bucket), task, bucket);
        };
    }

    private static Amount amount(Amount.Case choice, Task task, Bucket bucket) {
        for (Amount.Branch branch : choice.branches()) {
            if (holds(branch.when(), task, bucket)) {
                return branch.amount();
            }
        }
        return choice.otherwise();
    }
}
