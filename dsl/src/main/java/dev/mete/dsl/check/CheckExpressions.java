package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Choice;
import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.DecisionFeatures;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out what expressions are: conditions, amounts of a unit, or values. Each mistake is reported once. Not thread-safe. */
final class CheckExpressions {
    /** What the words of an expression can be about. */
    enum About {
        /** The task and its bucket. */
        TASK,
        /** The figures of a candidate too, as in {@code where}. */
        CANDIDATE,
        /** The decision too, as in claims about it. */
        DECISION
    }

    /** Of these, claims know no {@code cut_off}. */
    private static final Set<String> DECISION_WORDS = Stream.concat(
                    Stream.of(DecisionFeatures.values()).map(DecisionFeatures::word), Stream.of("cut_off"))
            .collect(Collectors.toUnmodifiableSet());

    /** Looking for a name that is almost another takes as long as there are names. */
    private static final int MOST_LOOKS = 100;

    private final Names names;
    private final Report report;
    private final TaskSchema claims;
    private final Map<String, Integer> slots;
    private final Collection<String> inConditions;
    private final Map<String, Operand> lets = new HashMap<>();
    private final Size size = new Size();
    private final CheckRelations relations;
    private final CheckAmounts amounts;
    private About about = About.TASK;
    private long partsOfPolicy;
    private int looks;

    CheckExpressions(Names names, Report report) {
        this.names = names;
        this.report = report;
        this.claims = names.claims();
        this.slots = names.slots();
        this.inConditions = names.inConditions();
        this.relations = new CheckRelations(this, report);
        this.amounts = new CheckAmounts(this, names, report);
    }

    /** The condition of a line, {@link Question.Always} where it has none; broken where it has a mistake. */
    Question condition(@Nullable Expression written, Span line) {
        if (written == null) {
            return new Question.Always(true, line);
        }
        Question question = question(written);
        return isWithin(size.of(question), written.span()) ? question : new Question.Broken(written.span());
    }

    /** The amount of a line in a unit; nothing where it has a mistake. */
    Optional<Measure> amount(Expression written, Unit unit, String what) {
        return amounts.amount(written)
                .filter(measure -> amounts.hasUnit(measure, unit, what))
                .filter(measure -> isWithin(size.of(measure.form()), written.span()));
    }

    /** An expression whose words can also be about the decision. */
    Question claim(@Nullable Expression written, Span line) {
        about = About.DECISION;
        try {
            return condition(written, line);
        } finally {
            about = About.TASK;
        }
    }

    /** An expression whose words can also be about a candidate of a choice. */
    Question where(@Nullable Expression written, Span line) {
        about = About.CANDIDATE;
        try {
            return condition(written, line);
        } finally {
            about = About.TASK;
        }
    }

    /** Checks all lets, used or not, each after those that it uses, so that no chain of them recurses. */
    void lets() {
        names.lets().values().forEach(this::let);
    }

    Question question(Expression expression) {
        return switch (expression) {
            case Expression.And(var parts, var span) -> new Question.All(questions(parts), span);
            case Expression.Or(var parts, var span) -> new Question.Any(questions(parts), span);
            case Expression.Not(var part, var span) -> new Question.Not(question(part), span);
            case Expression.Related related -> relations.question(related);
            case Expression.Broken(var span) -> new Question.Broken(span);
            case Expression.Name _,
                    Expression.Constant _,
                    Expression.Literal _,
                    Expression.Sum _,
                    Expression.Product _,
                    Expression.Quotient _,
                    Expression.Negated _,
                    Expression.Call _ -> question(operand(expression), expression);
        };
    }

    private Question question(Operand operand, Expression written) {
        Span span = written.span();
        return switch (operand) {
            case Operand.Condition(var question) -> question;
            case Operand.Flag(int slot) -> new Question.Among(slot, Set.of(1), span);
            case Operand.Broken _ -> new Question.Broken(span);
            case Operand.Unknown(var word) -> unknown(word);
            case Operand.Amount _, Operand.TextFeature _, Operand.SetFeature _, Operand.Closed _, Operand.Quoted _ -> {
                report.error(
                        Code.NO_CONDITION,
                        span,
                        "`" + shown(span) + "` is " + operand.description() + ", not a condition",
                        question(operand, shown(span)));
                yield new Question.Broken(span);
            }
        };
    }

    /** How to ask about something. */
    private static String question(Operand operand, String words) {
        return switch (operand) {
            case Operand.Amount(var measure) ->
                "compare it, such as `" + words + " > " + Example.of(measure.unit()) + "`";
            case Operand.Closed(var _, var _, var values, var _) ->
                "ask for a value, such as `" + words + " is " + values.getFirst() + "`";
            case Operand.TextFeature _ -> "ask for a text, such as `" + words + " = \"…\"`";
            case Operand.SetFeature _ -> "ask for a member, such as `\"…\" in " + words + "`";
            case Operand.Condition _, Operand.Flag _, Operand.Quoted _, Operand.Unknown _, Operand.Broken _ ->
                "write a condition, such as `error_cost > $50`";
        };
    }

    private List<Question> questions(List<Expression> parts) {
        var questions = new ArrayList<Question>(parts.size());
        parts.forEach(part -> questions.add(question(part)));
        return questions;
    }

    Operand operand(Expression expression) {
        return switch (expression) {
            case Expression.Name(var word) -> named(word);
            case Expression.Literal(var text) -> new Operand.Quoted(text.value());
            case Expression.Constant _,
                    Expression.Sum _,
                    Expression.Product _,
                    Expression.Quotient _,
                    Expression.Negated _,
                    Expression.Call _ ->
                amounts.amount(expression).<Operand>map(Operand.Amount::new).orElseGet(Operand.Broken::new);
            case Expression.And _, Expression.Or _, Expression.Not _, Expression.Related _ ->
                new Operand.Condition(question(expression));
            case Expression.Broken _ -> new Operand.Broken();
        };
    }

    /** The closed feature that an expression names, without reporting anything. */
    Optional<Operand.Closed> closed(Expression expression) {
        return expression instanceof Expression.Name(var word)
                        && !names.lets().containsKey(word.text())
                        && named(word) instanceof Operand.Closed closed
                ? Optional.of(closed)
                : Optional.empty();
    }

    private Operand named(Word word) {
        String name = word.text();
        if (name.equals("true") || name.equals("false")) {
            return new Operand.Condition(new Question.Always(name.equals("true"), word.span()));
        }
        if (name.equals(Operand.Closed.THE_BUCKET.name())) {
            return Operand.Closed.THE_BUCKET;
        }
        var part = about == About.DECISION ? DecisionFeatures.of(name) : Optional.<DecisionFeatures>empty();
        if (part.isPresent()) {
            int slot = part.get().slot(names.features().size());
            return feature(slot, claims.feature(slot).type(), word);
        }
        Optional<Figure> figure = about == About.CANDIDATE ? Figure.of(name) : Optional.empty();
        if (figure.isPresent()) {
            var form = new Form.OfCandidate(BigDecimal.ONE, figure.get());
            return new Operand.Amount(Measure.of(figure.get().unit(), form, word.span()));
        }
        Item.Let let = names.lets().get(name);
        if (let != null) {
            return used(let(let), word);
        }
        Integer slot = slots.get(name);
        if (slot != null) {
            return feature(slot, names.features().get(slot).type(), word);
        }
        return names.brokenLets().contains(name) || names.brokenFeatures().contains(name)
                ? new Operand.Broken()
                : new Operand.Unknown(word);
    }

    private static Operand feature(int slot, FeatureType type, Word word) {
        return switch (type) {
            case FeatureType.Flag() -> new Operand.Flag(slot);
            case FeatureType.Text() -> new Operand.TextFeature(slot);
            case FeatureType.TextSet() -> new Operand.SetFeature(slot);
            case FeatureType.OneOf(var values, boolean ordered) ->
                new Operand.Closed(word.text(), slot, values, ordered);
            case FeatureType.Quantity(Unit unit, var _, var _) ->
                new Operand.Amount(Measure.of(unit, Form.slot(slot), word.span()));
        };
    }

    /** A let where it is used. */
    private Operand used(Operand let, Word word) {
        if (partsOfPolicy > Size.LARGEST_POLICY) {
            return new Operand.Broken();
        }
        return switch (let) {
            case Operand.Condition(var meaning) -> {
                var named = new Question.Named(word.text(), meaning, word.span());
                yield isWithinPolicy(size.of(named), word.span()) ? new Operand.Condition(named) : new Operand.Broken();
            }
            case Operand.Amount(var measure) ->
                isWithinPolicy(size.of(measure.form()), word.span())
                        ? new Operand.Amount(measure.at(word.span()))
                        : new Operand.Broken();
            case Operand.Broken broken -> broken;
            case Operand.Flag _,
                    Operand.TextFeature _,
                    Operand.SetFeature _,
                    Operand.Closed _,
                    Operand.Quoted _,
                    Operand.Unknown _ -> throw new IllegalStateException("a let is a condition or an amount");
        };
    }

    private Operand let(Item.Let let) {
        Operand known = lets.get(let.name().text());
        if (known == null) {
            About outer = about;
            about = About.TASK;
            known = meaning(let);
            about = outer;
            lets.put(let.name().text(), known);
        }
        return known;
    }

    private Operand meaning(Item.Let let) {
        Expression value = let.value();
        if (value == null) {
            return new Operand.Broken();
        }
        Operand operand = operand(value);
        if (operand instanceof Operand.Amount(var measure)) {
            return isWithin(size.of(measure.form()), let.name().span()) ? operand : new Operand.Broken();
        }
        Question question = question(operand, value);
        return question.isBroken() || !isWithin(size.of(question), let.name().span())
                ? new Operand.Broken()
                : new Operand.Condition(question);
    }

    private boolean isWithin(Size.Extent extent, Span span) {
        if (extent.isTooLarge()) {
            report.error(
                    Code.TOO_LARGE_WITH_LETS,
                    span,
                    "with its lets written out, this has more than " + Size.LARGEST + " parts or is nested deeper than "
                            + Size.DEEPEST,
                    "use fewer lets within lets");
        }
        return !extent.isTooLarge();
    }

    /** Whether one more use of a let keeps the policy within its size. */
    private boolean isWithinPolicy(Size.Extent let, Span use) {
        return isWithinPolicy(let.parts(), use, "its lets", "use large lets in fewer places");
    }

    /** Whether a choice keeps the policy within its size, where each of its plans is held to a condition, and to every price of waiting. */
    boolean isWithinPolicy(Choice.Several choice, Question where, long partsOfWaiting) {
        long parts = size.of(where).parts() + (choice.goal() == Goal.BEST ? partsOfWaiting : 0);
        return isWithinPolicy(choice.plans().size() * parts, choice.span(), "its choices", "choose among fewer plans");
    }

    private boolean isWithinPolicy(long parts, Span span, String what, String help) {
        partsOfPolicy += parts;
        boolean isWithin = partsOfPolicy <= Size.LARGEST_POLICY;
        if (!isWithin) {
            report.error(
                    Code.TOO_LARGE_WITH_LETS,
                    span,
                    "with " + what + " written out, the policy has more than " + Size.LARGEST_POLICY + " parts",
                    help);
        }
        return isWithin;
    }

    /** How many parts lines have together that are tried one after another. */
    long parts(List<Question> conditions) {
        return conditions.stream().mapToLong(when -> size.of(when).parts()).sum();
    }

    /** Reports a name that nothing has; where a file is missing, only one that is almost another. */
    Question unknown(Word word) {
        String message = "unknown name `" + word.text() + "`";
        if (DECISION_WORDS.contains(word.text())) {
            String help = "`" + word.text() + "` is part of the decision; "
                    + (about == About.CANDIDATE
                            ? "`where` knows " + String.join(", ", Figure.words()) + " of a candidate, and the task"
                            : about == About.DECISION
                                    ? "a claim knows " + claimWords() + ", the bucket, and the task"
                                    : "a condition is about the task");
            report.error(Code.UNKNOWN_NAME, word.span(), message, help);
        } else if (names.isComplete() || isAlmostKnown(word)) {
            report.unknown(Code.UNKNOWN_NAME, word.span(), message, word.text(), inConditions);
        }
        return new Question.Broken(word.span());
    }

    /** Whether a word is most likely misspelt; behind many unknown ones, the rest is taken for names of the missing file. */
    private boolean isAlmostKnown(Word word) {
        looks++;
        return looks <= MOST_LOOKS && NearestName.of(word.text(), inConditions).isPresent();
    }

    private static String claimWords() {
        return Stream.of(DecisionFeatures.values()).map(DecisionFeatures::word).collect(Collectors.joining(", "));
    }

    static String shown(Span span) {
        String text = span.text().replaceAll("\\s+", " ");
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
