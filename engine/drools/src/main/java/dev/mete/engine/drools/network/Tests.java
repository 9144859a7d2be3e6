package dev.mete.engine.drools.network;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.eval.Conditions;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.task.Task;
import java.util.List;
import java.util.function.ToLongFunction;
import org.drools.model.functions.Predicate1;

/** Conditions as closures over a question, for the nodes of the network. Stateless. */
final class Tests {
    private Tests() {}

    static <Q extends Question> Predicate1<Q> of(Condition condition) {
        return switch (condition) {
            case Condition.Always(boolean value, var _) -> _ -> value;
            case Condition.And(var parts, var _) -> {
                var tests = Tests.<Q>all(parts);
                yield question -> {
                    for (Predicate1<Q> test : tests) {
                        if (!test.test(question)) {
                            return false;
                        }
                    }
                    return true;
                };
            }
            case Condition.Or(var parts, var _) -> {
                var tests = Tests.<Q>all(parts);
                yield question -> {
                    for (Predicate1<Q> test : tests) {
                        if (test.test(question)) {
                            return true;
                        }
                    }
                    return false;
                };
            }
            case Condition.Not(var part, var _) -> Tests.<Q>of(part).negate();
            case Condition.Named(var _, var meaning, var _) -> of(meaning);
            case Condition.Compare compare
            when compare.wide() -> question -> Conditions.holds(compare, question.task(), question.bucket());
            case Condition.Compare(var comparison, var left, var right, var _, var _, var _) -> {
                var first = number(left);
                var second = number(right);
                yield question ->
                        comparison.holds(first.applyAsLong(question.task()), second.applyAsLong(question.task()));
            }
            case Condition.Among(int slot, var positions, var _) ->
                question -> positions.contains((int) question.task().number(slot));
            case Condition.TextAmong(int slot, var texts, var _) ->
                question -> texts.contains(question.task().text(slot));
            case Condition.TextMatches(int slot, var match, var text, var _) ->
                question -> match.holds(question.task().text(slot), text);
            case Condition.HasMember(int slot, var member, var _) ->
                question -> question.task().members(slot).contains(member);
            case Condition.InBucket(var buckets, var _) -> question -> buckets.contains(question.bucket());
        };
    }

    private static <Q extends Question> List<Predicate1<Q>> all(List<Condition> parts) {
        return parts.stream().map(Tests::<Q>of).toList();
    }

    private static ToLongFunction<Task> number(Amount amount) {
        return switch (amount) {
            case Amount.Fixed(long number) -> _ -> number;
            case Amount.Slot(int slot) -> task -> task.number(slot);
            case Amount.Sum(var terms) -> {
                var parts = numbers(terms);
                yield task -> {
                    long sum = 0;
                    for (ToLongFunction<Task> part : parts) {
                        sum += part.applyAsLong(task);
                    }
                    return sum;
                };
            }
            case Amount.Times(long factor, var part) -> {
                var times = number(part);
                yield task -> factor * times.applyAsLong(task);
            }
            case Amount.Least(var amounts) -> {
                var parts = numbers(amounts);
                yield task -> parts.stream()
                        .mapToLong(part -> part.applyAsLong(task))
                        .min()
                        .orElseThrow();
            }
            case Amount.Greatest(var amounts) -> {
                var parts = numbers(amounts);
                yield task -> parts.stream()
                        .mapToLong(part -> part.applyAsLong(task))
                        .max()
                        .orElseThrow();
            }
            // No condition in an amount asks for the bucket.
            case Amount.Case choice -> task -> Conditions.number(choice, task, Bucket.MAYBE);
        };
    }

    private static List<ToLongFunction<Task>> numbers(List<Amount> amounts) {
        return amounts.stream().map(Tests::number).toList();
    }
}
