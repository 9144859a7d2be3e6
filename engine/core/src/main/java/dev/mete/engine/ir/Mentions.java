package dev.mete.engine.ir;

import java.util.List;

/** Whether a condition compares a given amount, alone or within another. Immutable. */
public record Mentions(Amount sought) {
    /** Whether the condition does. */
    public boolean in(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare -> in(compare.left()) || in(compare.right());
            case Condition.And(var parts, var _) -> parts.stream().anyMatch(this::in);
            case Condition.Or(var parts, var _) -> parts.stream().anyMatch(this::in);
            case Condition.Not(var part, var _) -> in(part);
            case Condition.Named(var _, var meaning, var _) -> in(meaning);
            case Condition.Always _,
                    Condition.Among _,
                    Condition.TextAmong _,
                    Condition.TextMatches _,
                    Condition.HasMember _,
                    Condition.InBucket _ -> false;
        };
    }

    private boolean in(Amount amount) {
        return amount.equals(sought)
                || switch (amount) {
                    case Amount.Fixed _, Amount.Slot _ -> false;
                    case Amount.Sum(var terms) -> in(terms);
                    case Amount.Times(var _, var part) -> in(part);
                    case Amount.Least(var parts) -> in(parts);
                    case Amount.Greatest(var parts) -> in(parts);
                    case Amount.Case(var branches, var otherwise) ->
                        in(otherwise) || branches.stream().anyMatch(branch -> in(branch.when()) || in(branch.amount()));
                };
    }

    private boolean in(List<Amount> amounts) {
        return amounts.stream().anyMatch(this::in);
    }
}
