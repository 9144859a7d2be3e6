package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Expression.Relation;
import dev.mete.dsl.syntax.Operator;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.TextMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Checks what is asked about a subject: comparisons, members of lists and sets, parts of texts. */
final class CheckRelations {
    private final CheckExpressions expressions;
    private final CheckComparisons comparisons;
    private final Report report;

    CheckRelations(CheckExpressions expressions, Report report) {
        this.expressions = expressions;
        this.comparisons = new CheckComparisons(expressions, report);
        this.report = report;
    }

    Question question(Expression.Related related) {
        Expression subject = related.subject();
        Relation relation = related.relations().getFirst();
        if (related.relations().size() > 1) {
            Span second = related.relations().get(1).span();
            return broken(
                    Code.CHAINED_COMPARISON,
                    second,
                    "a comparison does not go on with another one",
                    "join two comparisons with `and`, such as `a > 1 and a < 5`");
        }
        Span span = related.span();
        return switch (relation) {
            case Relation.Compared(var operator, var other, var _) ->
                comparisons.compared(subject, operator, other, span);
            case Relation.Listed listed -> negatedIf(listed.negated(), listed(subject, listed, span), span);
            case Relation.Contained(boolean negated, var set, var _) ->
                negatedIf(negated, contained(subject, set, span), span);
            case Relation.Matches(var match, var part, var _) -> matches(subject, match, part, span);
        };
    }

    private static Question negatedIf(boolean negated, Question question, Span span) {
        return negated ? new Question.Not(question, span) : question;
    }

    private Question listed(Expression subject, Relation.Listed listed, Span span) {
        if (listed.members().isEmpty()) {
            return broken(Code.EMPTY_LIST, listed.span(), "nothing is in an empty list", "name at least one value");
        }
        var closed = expressions.closed(subject);
        if (closed.isPresent()) {
            var positions = new HashSet<Integer>();
            boolean sound = true;
            for (Expression member : listed.members()) {
                OptionalInt position = comparisons.position(closed.get(), member);
                sound &= position.isPresent();
                position.ifPresent(positions::add);
            }
            return sound ? closed.get().among(positions, span) : new Question.Broken(span);
        }
        Operand operand = expressions.operand(subject);
        return switch (operand) {
            case Operand.Amount(var measure) -> {
                var parts = new ArrayList<Question>();
                listed.members().forEach(member -> parts.add(member(measure, member)));
                yield new Question.Any(parts, span);
            }
            case Operand.TextFeature(int slot) -> texts(slot, subject, listed.members(), span);
            case Operand.Unknown(var word) -> expressions.unknown(word);
            case Operand.Broken _ -> new Question.Broken(span);
            case Operand.Condition _, Operand.Flag _, Operand.SetFeature _, Operand.Quoted _, Operand.Closed _ ->
                broken(
                        Code.WRONG_OPERATOR,
                        span,
                        "`" + CheckExpressions.shown(subject.span()) + "` is " + operand.description()
                                + ", which is not looked up in a list",
                        "only closed values, amounts and texts are; a member of a set is asked for with `\"…\" in tags`");
        };
    }

    private Question member(Measure measure, Expression member) {
        Operand operand = expressions.operand(member);
        if (!comparisons.isKnown(operand)) {
            return new Question.Broken(member.span());
        }
        return operand instanceof Operand.Amount(var value)
                ? comparisons.amounts(measure, Operator.EQUAL, value, member.span())
                : comparisons.incomparable(member, operand, member, new Operand.Amount(measure), member.span());
    }

    private Question texts(int slot, Expression subject, List<Expression> members, Span span) {
        var texts = new HashSet<String>();
        boolean sound = true;
        for (Expression member : members) {
            Optional<String> text = quoted(subject, member);
            sound &= text.isPresent();
            text.ifPresent(texts::add);
        }
        return sound ? new Question.TextAmong(slot, texts, span) : new Question.Broken(span);
    }

    /** The text in quotes that has to stand here. */
    private Optional<String> quoted(Expression subject, Expression written) {
        if (written instanceof Expression.Literal(var text)) {
            return FeatureValues.isShortEnough(text, report) ? Optional.of(text.value()) : Optional.empty();
        }
        if (written instanceof Expression.Name(var word)) {
            if (expressions.operand(written) instanceof Operand.Unknown) {
                comparisons.unquoted(subject, word.text(), word.span());
            } else {
                broken(
                        Code.TWO_FEATURES,
                        written.span(),
                        "`" + subject.span().text() + "` and `" + word.text() + "` cannot be compared with each other",
                        "compare each with a text in quotes");
            }
        } else if (!(written instanceof Expression.Broken)) {
            broken(
                    Code.WRONG_KIND_OF_VALUE,
                    written.span(),
                    "`" + CheckExpressions.shown(written.span()) + "` is no text in quotes",
                    "write `\"…\"`");
        }
        return Optional.empty();
    }

    private Question contained(Expression subject, Expression set, Span span) {
        Operand container = expressions.operand(set);
        if (container instanceof Operand.SetFeature(int slot)) {
            return quoted(set, subject)
                    .<Question>map(text -> new Question.HasMember(slot, text, span))
                    .orElseGet(() -> new Question.Broken(span));
        }
        if (!comparisons.isKnown(container)) {
            return new Question.Broken(span);
        }
        String words = CheckExpressions.shown(set.span());
        return broken(
                Code.WRONG_OPERATOR,
                span,
                "`" + words + "` is " + container.description() + ", which has no members",
                container instanceof Operand.TextFeature
                        ? "write `" + words + " contains " + CheckExpressions.shown(subject.span()) + "`"
                        : "write a list, such as `" + CheckExpressions.shown(subject.span()) + " in [" + words + "]`");
    }

    private Question matches(Expression subject, TextMatch match, Expression part, Span span) {
        Operand operand = expressions.operand(subject);
        if (operand instanceof Operand.TextFeature(int slot)) {
            return quoted(subject, part)
                    .<Question>map(text -> new Question.TextMatches(slot, match, text, span))
                    .orElseGet(() -> new Question.Broken(span));
        }
        if (!comparisons.isKnown(operand)) {
            return new Question.Broken(span);
        }
        String words = CheckExpressions.shown(subject.span());
        return broken(
                Code.WRONG_OPERATOR,
                span,
                "`" + words + "` is " + operand.description() + ", and `" + match.words() + "` asks about a text",
                operand instanceof Operand.SetFeature ? "write `" + inQuotes(part) + " in " + words + "`" : null);
    }

    private static String inQuotes(Expression written) {
        String words = CheckExpressions.shown(written.span());
        return written instanceof Expression.Name ? "\"" + words + "\"" : words;
    }

    private Question broken(Code code, Span span, String message, @Nullable String help) {
        report.error(code, span, message, help);
        return new Question.Broken(span);
    }
}
