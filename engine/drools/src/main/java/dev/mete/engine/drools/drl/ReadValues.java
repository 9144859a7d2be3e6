package dev.mete.engine.drools.drl;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.drl.Fields.Field;
import dev.mete.engine.task.FeatureType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what fields are compared with, and reports what is no value of theirs. Used within one rule. */
final class ReadValues {
    private final Scope scope;
    private final Mistakes mistakes;

    ReadValues(Scope scope) {
        this.scope = scope;
        this.mistakes = scope.mistakes();
    }

    Set<Bucket> buckets(List<Expr> members) {
        var buckets = new HashSet<Bucket>();
        for (Expr member : members) {
            buckets.add(new ReadName(scope).bucket(member));
        }
        return buckets;
    }

    Set<Integer> positions(Field field, FeatureType.OneOf type, List<Expr> members) {
        var positions = new HashSet<Integer>();
        for (Expr member : members) {
            if (member instanceof Expr.Text(String text, Span span)) {
                int position = type.values().indexOf(text);
                positions.add(position);
                if (position < 0) {
                    mistakes.error(
                            Code.UNKNOWN_VALUE,
                            span,
                            "`" + field.name() + "` has no value \"" + text + "\"",
                            NearestName.help(text, type.values()));
                }
            } else {
                noValue(member, field, type);
            }
        }
        return positions;
    }

    Set<String> texts(Field field, List<Expr> members) {
        var texts = new HashSet<String>();
        for (Expr member : members) {
            if (member instanceof Expr.Text text) {
                texts.add(bounded(text));
            } else {
                wrongValue(member, field, "write a text in quotes");
            }
        }
        return texts;
    }

    Set<Integer> flags(Expr right) {
        if (right instanceof Expr.Flag(boolean value, var _)) {
            return Set.of(value ? 1 : 0);
        }
        mistakes.error(
                Code.WRONG_KIND_OF_VALUE,
                right.span(),
                "`" + right.span().text() + "` is neither true nor false",
                "write `true` or `false`");
        return Set.of();
    }

    private void noValue(Expr member, Field field, FeatureType.OneOf type) {
        if (!(member instanceof Expr.Broken)) {
            String word = member.span().text();
            mistakes.error(
                    Code.WRONG_KIND_OF_VALUE,
                    member.span(),
                    "`" + word + "` is no value of `" + field.name() + "`",
                    type.values().contains(word)
                            ? "write `\"" + word + "\"` in quotes"
                            : "write one of its values in quotes: " + String.join(", ", type.values()));
        }
    }

    private void wrongValue(Expr member, Field field, String help) {
        if (!(member instanceof Expr.Broken)) {
            mistakes.error(
                    Code.WRONG_KIND_OF_VALUE,
                    member.span(),
                    "`" + field.name() + "` is " + field.feature().type().description() + ", not `"
                            + member.span().text() + "`",
                    help);
        }
    }

    String text(Expr expr) {
        if (expr instanceof Expr.Text text) {
            return bounded(text);
        }
        mistakes.error(
                Code.WRONG_KIND_OF_VALUE,
                expr.span(),
                "`" + expr.span().text() + "` is no text",
                "write a text in quotes");
        return "";
    }

    /** The text; reports one that no task can have. */
    private String bounded(Expr.Text written) {
        String text = written.text();
        if (!FeatureType.isShortEnough(text)) {
            mistakes.error(
                    Code.OUT_OF_BOUNDS,
                    written.span(),
                    "this text has " + text.codePointCount(0, text.length())
                            + " characters, more than a text of a task can have",
                    "at most " + FeatureType.LONGEST_TEXT + " are allowed");
        }
        return text;
    }
}
