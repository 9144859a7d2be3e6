package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.Operator;
import dev.mete.dsl.syntax.PolicyFiles;
import dev.mete.dsl.syntax.Text;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.DecisionFeatures;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks names, types and units of every line, and keeps the lines without a mistake. */
public final class CheckItems {
    private static final List<String> LIMITED = List.of("effort", "thinking", "cap", "timeout", "cost");
    private static final List<String> PERIODS = List.of("second", "minute", "hour");
    private static final int SECONDS_TO_THE_NEXT = 60;

    private final PolicyFiles files;
    private final Names names;
    private final Report report;
    private final CheckExpressions expressions;
    private final CheckPlans plans;

    private CheckItems(PolicyFiles files, Names names, Report report) {
        this.files = files;
        this.names = names;
        this.report = report;
        this.expressions = new CheckExpressions(names, report);
        this.plans = new CheckPlans(names, expressions, report);
    }

    /** The checked policy; every mistake is reported. */
    public static CheckedPolicy check(PolicyFiles files, Names names, Report report) {
        return new CheckItems(files, names, report).check();
    }

    private CheckedPolicy check() {
        expressions.lets();
        var main = files.main();
        var buckets = main.items(Item.BucketLine.class)
                .map(this::bucket)
                .flatMap(Optional::stream)
                .toList();
        var waiting = main.items(Item.WaitingCosts.class)
                .map(this::waiting)
                .flatMap(Optional::stream)
                .toList();
        plans.payForWaiting(expressions.parts(
                waiting.stream().map(CheckedPolicy.WaitingLine::when).toList()));
        var rules = main.items(Item.Rule.class)
                .map(this::rule)
                .flatMap(Optional::stream)
                .toList();
        var otherwise = main.items(Item.Otherwise.class).map(this::otherwise).toList();
        var limits = files.items(Item.Limit.class)
                .map(this::limit)
                .flatMap(Optional::stream)
                .toList();
        var ensures = files.items(Item.Ensure.class)
                .map(this::ensure)
                .flatMap(Optional::stream)
                .toList();
        var tests = new CheckTests(files, names, report).check();
        return new CheckedPolicy(
                main.items(Item.PolicyName.class)
                        .map(item -> item.name().text())
                        .findFirst()
                        .orElse(""),
                names,
                buckets,
                waiting,
                rules,
                otherwise.stream().findFirst().flatMap(first -> first).orElse(null),
                limits,
                ensures,
                tests);
    }

    private Optional<CheckedPolicy.BucketLine> bucket(Item.BucketLine line) {
        String word = line.bucket().text();
        Optional<Bucket> bucket = Bucket.of(word);
        if (bucket.isEmpty()) {
            report.unknown(
                    Code.UNKNOWN_BUCKET,
                    line.bucket().span(),
                    "there is no bucket `" + word + "`",
                    word,
                    Bucket.words());
        }
        Question when = expressions.condition(line.when(), line.span());
        var asks = asksForBucket(when);
        if (asks.isPresent()) {
            report.error(
                    Code.BUCKET_IN_BUCKET,
                    asks.get(),
                    "a bucket line cannot ask for the bucket, which it is about to find",
                    "ask about the task instead");
        }
        return bucket.isEmpty() || asks.isPresent() || when.isBroken()
                ? Optional.empty()
                : Optional.of(new CheckedPolicy.BucketLine(bucket.get(), when, line.span()));
    }

    /** The words of a condition that ask for the bucket, themselves or through a let. */
    private static Optional<Span> asksForBucket(Question question) {
        return switch (question) {
            case Question.InBucket(var _, var span) -> Optional.of(span);
            case Question.Named(var _, var meaning, var span) ->
                asksForBucket(meaning).map(_ -> span);
            case Question.Not(var part, var _) -> asksForBucket(part);
            case Question.All(var parts, var _) -> firstThatAsks(parts.stream());
            case Question.Any(var parts, var _) -> firstThatAsks(parts.stream());
            case Question.Always _,
                    Question.Compared _,
                    Question.Among _,
                    Question.TextAmong _,
                    Question.TextMatches _,
                    Question.HasMember _,
                    Question.CutOff _,
                    Question.Broken _ -> Optional.empty();
        };
    }

    private static Optional<Span> firstThatAsks(Stream<Question> parts) {
        return parts.map(CheckItems::asksForBucket).flatMap(Optional::stream).findFirst();
    }

    private Optional<CheckedPolicy.Rule> rule(Item.Rule rule) {
        Question when = expressions.condition(rule.when(), rule.span());
        var choice = plans.choice(rule.choice());
        var fallbacks = plans.fallbacks(rule.fallbacks());
        return when.isBroken() || choice.isEmpty() || fallbacks.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CheckedPolicy.Rule(rule.name().value(), when, choice.get(), fallbacks.get(), rule.span()));
    }

    private Optional<CheckedPolicy.Rule> otherwise(Item.Otherwise otherwise) {
        var choice = plans.choice(otherwise.choice());
        var fallbacks = plans.fallbacks(otherwise.fallbacks());
        Span span = otherwise.span();
        return choice.isEmpty() || fallbacks.isEmpty()
                ? Optional.empty()
                : Optional.of(new CheckedPolicy.Rule(
                        Decision.OTHERWISE, new Question.Always(true, span), choice.get(), fallbacks.get(), span));
    }

    private Optional<CheckedPolicy.Limit> limit(Item.Limit limit) {
        Optional<CheckedPolicy.Bound> bound = bound(limit);
        Question when = expressions.condition(limit.when(), limit.span());
        reason(limit);
        if (limit.operator() != Operator.AT_MOST) {
            report.error(
                    Code.LIMIT_OPERATOR,
                    limit.operatorSpan(),
                    "a limit says how much there may be at most, with `<=`",
                    "write `limit " + limit.part().text() + " <= …`");
            return Optional.empty();
        }
        return when.isBroken()
                ? Optional.empty()
                : bound.map(known -> new CheckedPolicy.Limit(known, when, limit.because(), limit.span()));
    }

    /** A reason is what decisions show, so that it has to say something, and not a book. */
    private void reason(Item.Limit limit) {
        Text because = limit.because();
        if (because != null && (because.value().isBlank() || because.value().length() > ResolveNames.LONGEST_NAME)) {
            report.error(
                    Code.NAME_FORM,
                    because.span(),
                    "the reason of a limit is " + (because.value().isBlank() ? "empty" : "too long"),
                    "say why in 1 to " + ResolveNames.LONGEST_NAME + " characters");
        }
    }

    private Optional<CheckedPolicy.Bound> bound(Item.Limit limit) {
        String part = limit.part().text();
        return switch (part) {
            case "effort" -> plans.effort(limit.bound()).map(CheckedPolicy.Bound.OfEffort::new);
            case "thinking" ->
                expressions
                        .amount(limit.bound(), Unit.TOKENS, "thinking counts tokens")
                        .map(CheckedPolicy.Bound.OfThinking::new);
            case "cap" ->
                expressions
                        .amount(limit.bound(), Unit.TOKENS, "a cap counts tokens")
                        .map(CheckedPolicy.Bound.OfCap::new);
            case "timeout" ->
                expressions
                        .amount(limit.bound(), Unit.DURATION, "a timeout is a duration")
                        .map(CheckedPolicy.Bound.OfTimeout::new);
            case "cost" ->
                expressions
                        .amount(limit.bound(), Unit.MONEY, "a cost is an amount of money")
                        .map(CheckedPolicy.Bound.OfCost::new);
            default -> {
                report.unknown(
                        Code.UNKNOWN_SETTING,
                        limit.part().span(),
                        "there is no limit on `" + part + "`",
                        part,
                        LIMITED);
                yield Optional.empty();
            }
        };
    }

    private Optional<CheckedPolicy.WaitingLine> waiting(Item.WaitingCosts waiting) {
        var amount = expressions.amount(waiting.amount(), Unit.MONEY, "waiting costs money");
        String period = waiting.per().text();
        int place = PERIODS.indexOf(period);
        if (place < 0) {
            report.unknown(
                    Code.UNKNOWN_SETTING,
                    waiting.per().span(),
                    "waiting is not counted per `" + period + "`",
                    period,
                    PERIODS);
        }
        Question when = expressions.condition(waiting.when(), waiting.span());
        return place < 0 || when.isBroken()
                ? Optional.empty()
                : amount.flatMap(measure -> rate(measure, (int) Math.pow(SECONDS_TO_THE_NEXT, place)))
                        .map(rate -> new CheckedPolicy.WaitingLine(rate, when, waiting.span()));
    }

    /** The price of a second in nano-dollars. */
    private Optional<Long> rate(Measure amount, int seconds) {
        if (!amount.form().isConstant()) {
            report.error(
                    Code.WAITING_VARIES,
                    amount.span(),
                    "the price of waiting is the same for every task of its line, since it is multiplied by a latency that depends on the task",
                    "write an amount, such as `$0.01`, and a line of its own for each kind of task");
            return Optional.empty();
        }
        BigDecimal nanos = amount.form().constant().multiply(BigDecimal.valueOf(Unit.MONEY.scale()));
        var parts = nanos.divideAndRemainder(BigDecimal.valueOf(seconds));
        if (nanos.signum() < 0) {
            report.error(
                    Code.OUT_OF_BOUNDS, amount.span(), "waiting cannot cost less than nothing", "write `$0` or more");
            return Optional.empty();
        }
        if (parts[1].signum() != 0) {
            report.error(
                    Code.TOO_FINE,
                    amount.span(),
                    "`" + CheckExpressions.shown(amount.span()) + "` is no whole number of nano-dollars a second",
                    "write " + Unit.MONEY.format(parts[0].longValueExact()) + " per second");
            return Optional.empty();
        }
        return Optional.of(parts[0].longValueExact());
    }

    private Optional<CheckedPolicy.Ensure> ensure(Item.Ensure ensure) {
        Question claim = expressions.claim(ensure.claim(), ensure.span());
        Question when = expressions.condition(ensure.when(), ensure.span());
        return claim.isBroken() || when.isBroken() || !areRulesKnown(claim)
                ? Optional.empty()
                : Optional.of(new CheckedPolicy.Ensure(claim, when, ensure.because(), ensure.span()));
    }

    /** Whether each rule that a claim names is one of the policy; reports those that are not. */
    private boolean areRulesKnown(Question claim) {
        return switch (claim) {
            case Question.TextAmong(int slot, var texts, var span)
            when slot == DecisionFeatures.RULE.slot(names.features().size()) ->
                texts.stream().filter(text -> !isRuleKnown(text, span)).toList().isEmpty();
            case Question.All(var parts, var _) ->
                parts.stream().filter(part -> !areRulesKnown(part)).toList().isEmpty();
            case Question.Any(var parts, var _) ->
                parts.stream().filter(part -> !areRulesKnown(part)).toList().isEmpty();
            case Question.Not(var part, var _) -> areRulesKnown(part);
            case Question.Always _,
                    Question.Named _,
                    Question.Compared _,
                    Question.Among _,
                    Question.TextAmong _,
                    Question.TextMatches _,
                    Question.HasMember _,
                    Question.InBucket _,
                    Question.CutOff _,
                    Question.Broken _ -> true;
        };
    }

    private boolean isRuleKnown(String rule, Span span) {
        if (rule.equals(Decision.OTHERWISE) || names.rules().contains(rule)) {
            return true;
        }
        report.unknown(Code.UNKNOWN_RULE, span, "the policy has no rule `" + rule + "`", rule, names.rules());
        return false;
    }
}
