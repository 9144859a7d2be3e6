package dev.mete.engine.drools.generated;

import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Unit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes conditions as the constraints of a pattern of DRL. */
final class PrintCondition {
    private PrintCondition() {}

    static String constraints(Condition condition) {
        return switch (condition) {
            case Condition.And(var parts, var _) ->
                parts.stream().map(PrintCondition::text).collect(Collectors.joining(", "));
            case Condition.Always(boolean value, var _) when value -> "";
            case Condition other -> text(other);
        };
    }

    static boolean asksForBucket(Condition condition) {
        return switch (condition) {
            case Condition.InBucket _ -> true;
            case Condition.And(var parts, var _) -> parts.stream().anyMatch(PrintCondition::asksForBucket);
            case Condition.Or(var parts, var _) -> parts.stream().anyMatch(PrintCondition::asksForBucket);
            case Condition.Not(var part, var _) -> asksForBucket(part);
            case Condition.Named(var _, var meaning, var _) -> asksForBucket(meaning);
            case Condition.Always _,
                    Condition.Compare _,
                    Condition.Among _,
                    Condition.TextAmong _,
                    Condition.TextMatches _,
                    Condition.HasMember _ -> false;
        };
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String text(Condition condition) {
        return switch (condition) {
            case Condition.Always(boolean value, var _) -> Boolean.toString(value);
            case Condition.And(var parts, var _) -> joined(parts, " && ");
            case Condition.Or(var parts, var _) -> joined(parts, " || ");
            case Condition.Not(var part, var _) -> "!(" + text(part) + ")";
            case Condition.Named(var _, var meaning, var _) -> text(meaning);
            case Condition.Compare compare -> compare(compare);
            case Condition.Among(int slot, var positions, var _) -> among(slot, positions);
            case Condition.TextAmong(int slot, var texts, var _) -> in(field(slot), texts);
            case Condition.TextMatches(int slot, var match, var part, var _) ->
                field(slot)
                        + (match == TextMatch.CONTAINS ? " contains " : " str[" + camel(match) + "] ")
                        + quoted(part);
            case Condition.HasMember(int slot, var member, var _) -> field(slot) + " contains " + quoted(member);
            case Condition.InBucket(var buckets, var _) ->
                buckets.stream()
                        .map(PrintDrl::constant)
                        .sorted()
                        .collect(Collectors.joining(", ", "$bucket in (", ")"));
        };
    }

    private static String joined(List<Condition> parts, String sign) {
        return parts.stream().map(PrintCondition::text).collect(Collectors.joining(sign, "(", ")"));
    }

    private static String compare(Condition.Compare compare) {
        boolean isLeft = PrintAmount.reads(compare.left());
        if (!isLeft && !PrintAmount.reads(compare.right())) {
            return Boolean.toString(
                    compare.comparison().holds(PrintAmount.value(compare.left()), PrintAmount.value(compare.right())));
        }
        var first = isLeft ? compare.left() : compare.right();
        var second = isLeft ? compare.right() : compare.left();
        Unit unit = PrintAmount.unit(first);
        return PrintAmount.inConstraint(first, unit) + " " + sign(compare.comparison(), !isLeft) + " "
                + PrintAmount.inConstraint(second, unit);
    }

    private static String sign(Comparison comparison, boolean isSwapped) {
        return switch (comparison) {
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case LESS -> isSwapped ? ">" : "<";
            case AT_MOST -> isSwapped ? ">=" : "<=";
            case GREATER -> isSwapped ? "<" : ">";
            case AT_LEAST -> isSwapped ? "<=" : ">=";
        };
    }

    private static String among(int slot, Collection<Integer> positions) {
        if (Draw.feature(slot).type() instanceof FeatureType.OneOf(var values, var _)) {
            return in(field(slot), positions.stream().sorted().map(values::get).toList());
        }
        return positions.size() == 2 ? "true" : positions.contains(1) ? field(slot) : "!" + field(slot);
    }

    private static String in(String field, Collection<String> texts) {
        return texts.size() == 1
                ? field + " == " + quoted(texts.iterator().next())
                : texts.stream()
                        .sorted()
                        .map(PrintCondition::quoted)
                        .collect(Collectors.joining(", ", field + " in (", ")"));
    }

    private static String camel(TextMatch match) {
        return match == TextMatch.STARTS_WITH ? "startsWith" : "endsWith";
    }

    private static String field(int slot) {
        return PrintAmount.field(Draw.feature(slot));
    }
}
