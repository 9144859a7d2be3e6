package dev.mete.engine.drools.network;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Condition;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a condition means as a text that equal conditions share and no others: Drools makes one node of all constraints with the same one, wherever they
 * were written. Texts of authors carry their length, so that none of them can look like another condition.
 */
final class Meaning {
    private Meaning() {}

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.Always(boolean value, var _) -> Boolean.toString(value);
            case Condition.And(var parts, var _) ->
                call("and", parts.stream().map(Meaning::of).toList());
            case Condition.Or(var parts, var _) ->
                call("or", parts.stream().map(Meaning::of).toList());
            case Condition.Not(var part, var _) -> call("not", List.of(of(part)));
            case Condition.Named(var _, var meaning, var _) -> of(meaning);
            case Condition.Compare(var comparison, var left, var right, var _, var _, var _) ->
                call(comparison.name(), List.of(of(left), of(right)));
            case Condition.Among(int slot, var positions, var _) -> call("among" + slot, sorted(positions));
            case Condition.TextAmong(int slot, var texts, var _) ->
                call("text" + slot, sorted(texts).stream().map(Meaning::counted).toList());
            case Condition.TextMatches(int slot, var match, var text, var _) ->
                call(match.name() + slot, List.of(counted(text)));
            case Condition.HasMember(int slot, var member, var _) -> call("member" + slot, List.of(counted(member)));
            case Condition.InBucket(var buckets, var _) -> call("bucket", sorted(buckets));
        };
    }

    private static String of(Amount amount) {
        return switch (amount) {
            case Amount.Fixed(long number) -> Long.toString(number);
            case Amount.Slot(int slot) -> "s" + slot;
            case Amount.Sum(var terms) ->
                call("sum", terms.stream().map(Meaning::of).toList());
            case Amount.Times(long factor, var part) -> call("times", List.of(Long.toString(factor), of(part)));
            case Amount.Least(var amounts) ->
                call("least", amounts.stream().map(Meaning::of).toList());
            case Amount.Greatest(var amounts) ->
                call("greatest", amounts.stream().map(Meaning::of).toList());
            case Amount.Case(var branches, var otherwise) ->
                call(
                        "case",
                        Stream.concat(
                                        branches.stream()
                                                .flatMap(branch -> Stream.of(of(branch.when()), of(branch.amount()))),
                                        Stream.of(of(otherwise)))
                                .toList());
        };
    }

    private static String call(String name, List<String> arguments) {
        return name + arguments.stream().collect(Collectors.joining(",", "(", ")"));
    }

    private static List<String> sorted(Collection<?> values) {
        return values.stream().map(String::valueOf).sorted().toList();
    }

    private static String counted(String text) {
        return text.length() + ":" + text;
    }
}
