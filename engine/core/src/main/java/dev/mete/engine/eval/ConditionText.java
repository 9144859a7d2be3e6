package dev.mete.engine.eval;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions in the words of the Mete language, for those that no author wrote. */
public final class ConditionText {
    private final TaskSchema schema;

    private ConditionText(TaskSchema schema) {
        this.schema = schema;
    }

    /** The condition in words. */
    public static String of(Condition condition, TaskSchema schema) {
        return new ConditionText(schema).words(condition);
    }

    private String words(Condition condition) {
        return switch (condition) {
            case Condition.Always(boolean value, var _) -> value ? "always" : "never";
            case Condition.And(var parts, var _) -> joined(parts, " and ", "always");
            case Condition.Or(var parts, var _) -> joined(parts, " or ", "never");
            case Condition.Not(var part, var _) -> "not (" + words(part) + ")";
            case Condition.Named(String name, var _, var _) -> name;
            case Condition.Compare compare ->
                number(compare.left(), compare) + " " + compare.comparison().sign() + " "
                        + number(compare.right(), compare);
            case Condition.Among(int slot, var positions, var _) ->
                name(slot) + " in "
                        + positions.stream().sorted().map(p -> value(slot, p)).toList();
            case Condition.TextAmong(int slot, var texts, var _) ->
                name(slot) + " in "
                        + texts.stream().sorted().map(ConditionText::quoted).toList();
            case Condition.TextMatches(int slot, var match, String text, var _) ->
                name(slot) + " " + match.words() + " " + quoted(text);
            case Condition.HasMember(int slot, String member, var _) -> quoted(member) + " in " + name(slot);
            case Condition.InBucket(var buckets, var _) ->
                "bucket in " + buckets.stream().sorted().map(Bucket::word).toList();
        };
    }

    private String joined(List<Condition> parts, String word, String empty) {
        return parts.isEmpty()
                ? empty
                : parts.stream()
                        .map(part -> part instanceof Condition.And || part instanceof Condition.Or
                                ? "(" + words(part) + ")"
                                : words(part))
                        .collect(Collectors.joining(word));
    }

    private String number(Amount amount, Condition.Compare in) {
        return switch (amount) {
            case Amount.Fixed(long number) -> fixed(number, in);
            case Amount.Slot(int slot) -> name(slot);
            case Amount.Sum(var terms) ->
                terms.stream().map(term -> number(term, in)).collect(Collectors.joining(" + ", "(", ")"));
            case Amount.Times(long factor, Amount part) -> multiple(factor, in.parts()) + number(part, in);
            case Amount.Least(var amounts) -> call("min", amounts, in);
            case Amount.Greatest(var amounts) -> call("max", amounts, in);
            case Amount.Case(var branches, var otherwise) ->
                branches.stream()
                                .map(branch -> number(branch.amount(), in) + " when " + of(branch.when(), schema))
                                .collect(Collectors.joining(", ", "(", ", else "))
                        + number(otherwise, in) + ")";
        };
    }

    private static String multiple(long factor, long parts) {
        if (factor % parts != 0) {
            return factor + "/" + parts + " * ";
        }
        return factor == parts ? "" : factor / parts + " * ";
    }

    private String call(String function, List<Amount> amounts, Condition.Compare in) {
        return amounts.stream().map(part -> number(part, in)).collect(Collectors.joining(", ", function + "(", ")"));
    }

    /** A fixed number in the unit of the first feature that the comparison reads. */
    private String fixed(long number, Condition.Compare in) {
        int slot = firstSlot(List.of(in.left(), in.right()));
        if (slot >= 0 && schema.feature(slot).type() instanceof FeatureType.Quantity(Unit unit, var _, var _)) {
            String whole = unit.format(Math.floorDiv(number, in.parts()));
            return number % in.parts() == 0 ? whole : whole + " and a fraction";
        }
        return Long.toString(number);
    }

    private static int firstSlot(List<Amount> amounts) {
        for (Amount amount : amounts) {
            int slot = switch (amount) {
                case Amount.Fixed _ -> -1;
                case Amount.Slot(int number) -> number;
                case Amount.Sum(var terms) -> firstSlot(terms);
                case Amount.Times(var _, Amount part) -> firstSlot(List.of(part));
                case Amount.Least(var parts) -> firstSlot(parts);
                case Amount.Greatest(var parts) -> firstSlot(parts);
                case Amount.Case(var branches, var otherwise) ->
                    firstSlot(Stream.concat(branches.stream().map(Amount.Branch::amount), Stream.of(otherwise))
                            .toList());
            };
            if (slot >= 0) {
                return slot;
            }
        }
        return -1;
    }

    private String name(int slot) {
        return schema.feature(slot).name();
    }

    private String value(int slot, int position) {
        return schema.feature(slot).type().format(new Value.Scalar(position));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
