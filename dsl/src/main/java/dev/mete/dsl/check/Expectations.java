package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.Item.ExpectationLine;
import dev.mete.dsl.syntax.Operator;
import dev.mete.dsl.syntax.PolicyFiles;
import dev.mete.dsl.syntax.ValueSyntax;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.fixture.DecisionPart;
import dev.mete.engine.fixture.Expectation;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes expectations out of what test blocks write, with every name checked. */
final class Expectations {
    private static final String REFUSED = "refused";
    private static final String NO_TIMEOUT = "none";
    private static final List<String> WORDS = Stream.concat(
                    Stream.of(DecisionPart.values()).map(DecisionPart::word), Stream.of(REFUSED))
            .toList();

    private final Names names;
    private final Report report;
    private final Set<String> limits;
    private final boolean areLimitsKnown;

    Expectations(PolicyFiles files, Names names, Report report) {
        this.names = names;
        this.report = report;
        this.areLimitsKnown = files.isComplete()
                && files.items(Item.Broken.class)
                        .noneMatch(broken -> broken.keyword().equals("limit"));
        this.limits = files.items(Item.Limit.class).map(LimitName::of).collect(Collectors.toSet());
    }

    /** The expectations of a case that have no mistake. */
    List<Expectation> of(Item.Test test) {
        var expected = new ArrayList<Expectation>();
        test.expected().forEach(line -> expectation(line).ifPresent(expected::add));
        return expected;
    }

    private Optional<Expectation> expectation(ExpectationLine line) {
        String word = line.part().text();
        if (word.equals(REFUSED)) {
            return line.value() == null && line.operator() == null
                    ? Optional.of(new Expectation.Refused(line.span()))
                    : wrong(line, "`refused` stands alone", "write `expect refused`");
        }
        Optional<DecisionPart> part = DecisionPart.ofWord(word);
        if (part.isEmpty()) {
            report.unknown(
                    Code.UNKNOWN_EXPECTATION, line.part().span(), "a decision has no `" + word + "`", word, WORDS);
            return Optional.empty();
        }
        ValueSyntax value = line.value();
        if (value == null) {
            return wrong(line, "`" + word + "` needs a value", "write `" + word + " " + example(part.get()) + "`");
        }
        return switch (part.get().kind()) {
            case TEXT -> oneOf(line, part.get(), value);
            case LEVEL -> isExact(line) ? oneOf(line, part.get(), value) : bound(line, part.get(), value);
            case TOKENS, MILLIS, ESTIMATE -> number(line, part.get(), value);
            case LIST -> list(line, part.get(), value);
        };
    }

    private static boolean isExact(ExpectationLine line) {
        Operator operator = line.operator();
        return operator == null || operator == Operator.EQUAL || operator == Operator.IS || operator == Operator.IN;
    }

    private Optional<Expectation> oneOf(ExpectationLine line, DecisionPart part, ValueSyntax value) {
        if (!isExact(line)) {
            return wrong(
                    line,
                    "`" + part.word() + "` is not compared",
                    "write `" + part.word() + " " + example(part) + "` or `" + part.word() + " in [" + example(part)
                            + "]`");
        }
        boolean isList = value instanceof ValueSyntax.Several;
        if (isList != (line.operator() == Operator.IN)) {
            return wrong(
                    line,
                    isList ? "one of several values is written with `in`" : "`in` takes a list",
                    "write `" + part.word() + " in [" + example(part) + "]`");
        }
        return texts(part, value).map(accepted -> new Expectation.OneOf(part, accepted, line.span()));
    }

    private Optional<Expectation> number(ExpectationLine line, DecisionPart part, ValueSyntax value) {
        boolean isNoTimeout = part == DecisionPart.TIMEOUT
                && value instanceof ValueSyntax.Named(var word)
                && word.text().equals(NO_TIMEOUT);
        if (isNoTimeout) {
            return between(line, part, Long.MAX_VALUE, Long.MAX_VALUE);
        }
        return isExact(line) ? oneOf(line, part, value) : bound(line, part, value);
    }

    private Optional<Expectation> bound(ExpectationLine line, DecisionPart part, ValueSyntax value) {
        Comparison comparison = comparison(line.operator());
        OptionalLong number = number(part, value);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        long n = number.getAsLong();
        return switch (comparison) {
            case AT_MOST -> between(line, part, Long.MIN_VALUE, n);
            case LESS -> between(line, part, Long.MIN_VALUE, n - 1);
            case AT_LEAST -> between(line, part, n, Long.MAX_VALUE);
            case GREATER -> between(line, part, n + 1, Long.MAX_VALUE);
            case EQUAL -> between(line, part, n, n);
            case NOT_EQUAL ->
                wrong(line, "an expectation says what is, not what is not", "write what is expected, or a bound");
        };
    }

    private static Comparison comparison(@Nullable Operator operator) {
        return switch (operator) {
            case LESS -> Comparison.LESS;
            case AT_MOST -> Comparison.AT_MOST;
            case GREATER -> Comparison.GREATER;
            case AT_LEAST -> Comparison.AT_LEAST;
            case NOT_EQUAL, IS_NOT -> Comparison.NOT_EQUAL;
            case EQUAL, IS, IN -> Comparison.EQUAL;
            case null -> Comparison.EQUAL;
        };
    }

    private Optional<Expectation> between(ExpectationLine line, DecisionPart part, long least, long most) {
        boolean isNothing = part == DecisionPart.EFFORT && (most < 0 || least >= Effort.values().length);
        return isNothing
                ? wrong(line, "there is no such effort", "the levels are " + String.join(" < ", Effort.words()))
                : Optional.of(new Expectation.Between(part, least, most, line.span()));
    }

    private Optional<Expectation> list(ExpectationLine line, DecisionPart part, ValueSyntax value) {
        if (line.operator() != null && line.operator() != Operator.EQUAL && line.operator() != Operator.IS) {
            return wrong(
                    line,
                    "`" + part.word() + "` is a list",
                    "write one member, `" + part.word() + " " + example(part) + "`, or all, `" + part.word() + " ["
                            + example(part) + "]`");
        }
        return texts(part, value)
                .map(members -> value instanceof ValueSyntax.Several
                        ? new Expectation.Equals(part, members, line.span())
                        : new Expectation.Includes(part, members.getFirst(), line.span()));
    }

    /** The texts that a value or a list of values stands for. */
    private Optional<List<String>> texts(DecisionPart part, ValueSyntax value) {
        var values = value instanceof ValueSyntax.Several(var members, var _) ? members : List.of(value);
        var texts = new ArrayList<String>();
        values.forEach(member -> text(part, member).ifPresent(texts::add));
        return texts.size() == values.size() ? Optional.of(texts) : Optional.empty();
    }

    private Optional<String> text(DecisionPart part, ValueSyntax value) {
        return switch (part) {
            case MODEL, FALLBACKS, PASSED_OVER -> model(value);
            case EFFORT -> named(part, value, Effort.words(), Code.UNKNOWN_EFFORT);
            case BUCKET -> named(part, value, Bucket.words(), Code.UNKNOWN_BUCKET);
            case RULE -> rule(value);
            case LIMITED_BY -> limit(value);
            case TOKEN_CAP, THINKING_TOKENS, TIMEOUT, COST, WORST_COST, LATENCY, CUT_OFF, P_ERROR -> {
                OptionalLong number = number(part, value);
                yield number.isPresent() ? Optional.of(Long.toString(number.getAsLong())) : Optional.empty();
            }
        };
    }

    /** The id of a model that is written as an alias or as an id in quotes. */
    private Optional<String> model(ValueSyntax value) {
        String written = switch (value) {
            case ValueSyntax.Named(var word) -> word.text();
            case ValueSyntax.Quoted(var text) -> text.value();
            case ValueSyntax.Number _, ValueSyntax.Several _, ValueSyntax.Broken _ -> null;
        };
        if (written == null) {
            return wrongValue(value, "a model is named by its alias or its id", "write `model fast`");
        }
        var alias = names.models().get(written);
        if (alias != null) {
            return alias.map(model -> model.model().id());
        }
        boolean isId = names.usableModels().stream()
                .anyMatch(model -> model.model().id().equals(written));
        return isId
                ? Optional.of(written)
                : unknown(
                        Code.UNKNOWN_MODEL,
                        value,
                        "the policy has no model `" + written + "`",
                        written,
                        names.models().keySet());
    }

    private Optional<String> named(DecisionPart part, ValueSyntax value, List<String> words, Code code) {
        if (!(value instanceof ValueSyntax.Named(var word))) {
            return wrongValue(value, "`" + part.word() + "` is one of " + String.join(", ", words), null);
        }
        return words.contains(word.text())
                ? Optional.of(word.text())
                : unknown(code, value, "there is no " + part.word() + " `" + word.text() + "`", word.text(), words);
    }

    private Optional<String> rule(ValueSyntax value) {
        if (value instanceof ValueSyntax.Named(var word) && word.text().equals(Decision.OTHERWISE)) {
            return Optional.of(Decision.OTHERWISE);
        }
        if (!(value instanceof ValueSyntax.Quoted(var text))) {
            return wrongValue(value, "a rule is named by its text in quotes", "write `rule \"…\"` or `rule otherwise`");
        }
        String name = text.value();
        return names.rules().contains(name) || name.equals(Decision.OTHERWISE)
                ? Optional.of(name)
                : unknown(Code.UNKNOWN_RULE, value, "the policy has no rule \"" + name + "\"", name, names.rules());
    }

    private Optional<String> limit(ValueSyntax value) {
        if (!(value instanceof ValueSyntax.Quoted(var text))) {
            return wrongValue(value, "a limit is named by its reason in quotes", "write `limited_by \"…\"`");
        }
        return limits.contains(text.value()) || !areLimitsKnown
                ? Optional.of(text.value())
                : unknown(
                        Code.UNKNOWN_LIMIT,
                        value,
                        "the policy has no limit \"" + text.value() + "\"",
                        text.value(),
                        limits);
    }

    /** A number of tokens or milliseconds, or the position of an effort level. */
    private OptionalLong number(DecisionPart part, ValueSyntax value) {
        if (part == DecisionPart.EFFORT) {
            return named(part, value, Effort.words(), Code.UNKNOWN_EFFORT)
                    .flatMap(Effort::of)
                    .map(effort -> OptionalLong.of(effort.ordinal()))
                    .orElse(OptionalLong.empty());
        }
        if (part.kind() == DecisionPart.Kind.ESTIMATE) {
            return estimate(part, value);
        }
        Unit unit = part == DecisionPart.TIMEOUT ? Unit.DURATION : Unit.NUMBER;
        if (value instanceof ValueSyntax.Number(var quantity, var _)
                && quantity.unit() == unit
                && isWhole(quantity.value())) {
            return OptionalLong.of(quantity.value().longValueExact());
        }
        wrongValue(
                value,
                "`" + part.word() + "` is "
                        + (unit == Unit.DURATION ? "a duration of whole milliseconds" : "a whole number of tokens"),
                "write `" + part.word() + " " + example(part) + "`");
        return OptionalLong.empty();
    }

    private OptionalLong estimate(DecisionPart part, ValueSyntax value) {
        var number = value instanceof ValueSyntax.Number(var quantity, var _) && quantity.unit() == part.unit()
                ? part.estimate(quantity.value())
                : OptionalLong.empty();
        if (number.isEmpty()) {
            wrongValue(
                    value,
                    "`" + part.word() + "` is " + part.unit().description(),
                    "write `" + part.word() + " <= " + Example.of(part.unit()) + "`");
        }
        return number;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.signum() >= 0
                && value.stripTrailingZeros().scale() <= 0
                && value.compareTo(BigDecimal.valueOf(Unit.DURATION.most())) <= 0;
    }

    private Optional<Expectation> wrong(ExpectationLine line, String message, String help) {
        report.error(Code.WRONG_EXPECTATION, line.span(), message, help);
        return Optional.empty();
    }

    private Optional<String> wrongValue(ValueSyntax value, String message, @Nullable String help) {
        if (!(value instanceof ValueSyntax.Broken)) {
            report.error(Code.WRONG_EXPECTATION, value.span(), message, help);
        }
        return Optional.empty();
    }

    private Optional<String> unknown(
            Code code, ValueSyntax value, String message, String written, Collection<String> known) {
        report.unknown(code, value.span(), message, written, known);
        return Optional.empty();
    }

    private static String example(DecisionPart part) {
        return switch (part) {
            case MODEL, FALLBACKS, PASSED_OVER -> "fast";
            case EFFORT -> "low";
            case TOKEN_CAP, THINKING_TOKENS -> "600";
            case TIMEOUT -> "20s";
            case COST, WORST_COST, LATENCY, CUT_OFF, P_ERROR -> Example.of(part.unit());
            case BUCKET -> "use";
            case RULE, LIMITED_BY -> "\"…\"";
        };
    }
}
