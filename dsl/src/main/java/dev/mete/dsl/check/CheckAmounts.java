package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Expression;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.economics.Weigh;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.task.QuantityText;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks amounts: units agree, and nothing is multiplied but by a constant. */
final class CheckAmounts {
    private static final List<String> FUNCTIONS = List.of("min", "max", "price");

    /** More digits than any amount within the bounds of the units has. */
    private static final int MOST_DIGITS = 60;

    private final CheckExpressions expressions;
    private final Names names;
    private final TaskSchema schema;
    private final Report report;

    CheckAmounts(CheckExpressions expressions, Names names, Report report) {
        this.expressions = expressions;
        this.names = names;
        this.schema = names.schema();
        this.report = report;
    }

    /** The amount that an expression is; reports what is none. */
    Optional<Measure> amount(Expression expression) {
        Optional<Measure> measure = switch (expression) {
            case Expression.Constant(var quantity, var span) -> constant(quantity, span);
            case Expression.Sum(var terms, var span) -> sum(terms, span);
            case Expression.Product(var factors, var span) -> product(factors, span);
            case Expression.Negated(var value, var span) ->
                amount(value).map(m -> new Measure(m.unit(), m.plain(), m.form().times(BigDecimal.ONE.negate()), span));
            case Expression.Call call -> call(call);
            case Expression.Quotient(var _, var span) -> {
                report.error(
                        Code.NOT_LINEAR,
                        span,
                        "a policy does not divide, so that every amount stays exact",
                        "multiply by a fraction, such as `0.5 * input_tokens`");
                yield Optional.empty();
            }
            case Expression.Name _,
                    Expression.Literal _,
                    Expression.And _,
                    Expression.Or _,
                    Expression.Not _,
                    Expression.Related _,
                    Expression.Broken _ -> operand(expression);
        };
        return measure.filter(this::isCountable);
    }

    private Optional<Measure> operand(Expression expression) {
        Operand operand = expressions.operand(expression);
        return switch (operand) {
            case Operand.Amount(var measure) -> Optional.of(measure);
            case Operand.Broken _ -> Optional.empty();
            case Operand.Unknown(var word) -> {
                expressions.unknown(word);
                yield Optional.empty();
            }
            case Operand.Condition(Question.Broken _) -> Optional.empty();
            case Operand.Condition _,
                    Operand.Flag _,
                    Operand.TextFeature _,
                    Operand.SetFeature _,
                    Operand.Closed _,
                    Operand.Quoted _ -> {
                report.error(
                        Code.NO_AMOUNT,
                        expression.span(),
                        "`" + CheckExpressions.shown(expression.span()) + "` is " + operand.description()
                                + ", not an amount",
                        "write an amount, such as `1_000` or `2 * output_tokens`");
                yield Optional.empty();
            }
        };
    }

    private Optional<Measure> constant(QuantityText.Written quantity, Span span) {
        Unit unit = quantity.unit();
        BigDecimal parts = quantity.value().multiply(BigDecimal.valueOf(unit.scale()));
        if (parts.compareTo(BigDecimal.valueOf(unit.most())) > 0) {
            report.error(
                    Code.OUT_OF_BOUNDS,
                    span,
                    "`" + CheckExpressions.shown(span) + "` is more than " + unit.description() + " can be",
                    "it goes up to " + unit.format(unit.most()));
            return Optional.empty();
        }
        return Optional.of(new Measure(unit, unit == Unit.NUMBER, Form.constant(quantity.value()), span));
    }

    private Optional<Measure> sum(List<Expression.Term> terms, Span span) {
        var measures = new ArrayList<Measure>();
        for (Expression.Term term : terms) {
            amount(term.value())
                    .map(m -> term.negative()
                            ? new Measure(m.unit(), m.plain(), m.form().times(BigDecimal.ONE.negate()), m.span())
                            : m)
                    .ifPresent(measures::add);
        }
        return measures.size() < terms.size() ? Optional.empty() : joined(measures, span, Form::sum);
    }

    /** Amounts of one unit made into one amount. */
    private Optional<Measure> joined(List<Measure> measures, Span span, Function<List<Form>, Form> form) {
        Measure lead = measures.stream().filter(m -> !m.plain()).findFirst().orElse(measures.getFirst());
        boolean sound = true;
        for (Measure measure : measures) {
            if (!measure.fits(lead.unit())) {
                sound = false;
                mismatch(measure, lead);
            }
        }
        var forms = measures.stream().map(Measure::form).toList();
        return sound ? Optional.of(new Measure(lead.unit(), lead.plain(), form.apply(forms), span)) : Optional.empty();
    }

    private void mismatch(Measure measure, Measure lead) {
        if (measure.plain()) {
            report.error(
                    Code.MISSING_UNIT,
                    measure.span(),
                    "`" + CheckExpressions.shown(measure.span()) + "` has no unit, and `"
                            + CheckExpressions.shown(lead.span()) + "` is "
                            + lead.unit().description(),
                    "write " + CheckComparisons.withUnit(measure, lead.unit()));
        } else {
            report.error(
                    Code.WRONG_UNIT,
                    measure.span(),
                    "`" + CheckExpressions.shown(measure.span()) + "` is "
                            + measure.unit().description() + ", `" + CheckExpressions.shown(lead.span()) + "` is "
                            + lead.unit().description(),
                    "only amounts of one unit go together");
        }
    }

    private Optional<Measure> product(List<Expression> factors, Span span) {
        Measure product = null;
        boolean sound = true;
        for (Expression factor : factors) {
            Optional<Measure> measure = amount(factor);
            if (measure.isEmpty() || !sound) {
                sound = false;
                continue;
            }
            var next = product == null ? measure : product(product, measure.get(), span);
            sound = next.isPresent();
            product = next.orElse(product);
        }
        return sound ? Optional.ofNullable(product) : Optional.empty();
    }

    private Optional<Measure> product(Measure left, Measure right, Span span) {
        if (!left.form().isConstant() && !right.form().isConstant()) {
            report.error(
                    Code.NOT_LINEAR,
                    span,
                    "`" + CheckExpressions.shown(span) + "` multiplies two amounts that both depend on the task",
                    "multiply by a constant; only then can the policy be proved and never overflow");
            return Optional.empty();
        }
        Optional<Unit> unit = unit(left, right);
        if (unit.isEmpty()) {
            report.error(
                    Code.WRONG_UNIT,
                    span,
                    left.unit().description() + " times " + right.unit().description() + " is nothing",
                    "multiply by a number without a unit");
            return Optional.empty();
        }
        BigDecimal factor =
                left.form().isConstant() ? left.form().constant() : right.form().constant();
        Form form = (left.form().isConstant() ? right : left).form().times(factor);
        if (isShare(left, right) || isShare(right, left)) {
            form = form.times(new BigDecimal("0.01"));
        }
        return Optional.of(new Measure(unit.get(), left.plain() && right.plain(), form, span));
    }

    /** Whether a percentage takes a part of the other amount; a plain multiple of a percentage stays one. */
    private static boolean isShare(Measure percentage, Measure of) {
        return percentage.unit() == Unit.PERCENT
                && !of.plain()
                && (of.unit() != Unit.PERCENT || percentage.form().isConstant());
    }

    /** What a product is measured in: counts and shares of something are that something. */
    private static Optional<Unit> unit(Measure left, Measure right) {
        if (left.plain() || right.plain()) {
            return Optional.of(left.plain() ? right.unit() : left.unit());
        }
        if (isFactor(left.unit(), right.unit())) {
            return Optional.of(right.unit());
        }
        return isFactor(right.unit(), left.unit()) ? Optional.of(left.unit()) : Optional.empty();
    }

    private static boolean isFactor(Unit factor, Unit of) {
        return switch (factor) {
            case NUMBER, PERCENT -> true;
            case TOKENS -> of == Unit.MONEY || of == Unit.DURATION;
            case MONEY, DURATION -> false;
        };
    }

    private Optional<Measure> call(Expression.Call call) {
        return switch (call.function().text()) {
            case "min" -> extreme(call, Form::least);
            case "max" -> extreme(call, Form::greatest);
            case "price" -> price(call);
            default -> {
                report.unknown(
                        Code.UNKNOWN_FUNCTION,
                        call.function().span(),
                        "there is no function `" + call.function().text() + "`",
                        call.function().text(),
                        FUNCTIONS);
                yield Optional.empty();
            }
        };
    }

    private Optional<Measure> extreme(Expression.Call call, Function<List<Form>, Form> form) {
        var measures = new ArrayList<Measure>();
        call.arguments().forEach(argument -> amount(argument).ifPresent(measures::add));
        return measures.size() < call.arguments().size() ? Optional.empty() : joined(measures, call.span(), form);
    }

    private Optional<Measure> price(Expression.Call call) {
        var arguments = call.arguments();
        if (arguments.size() != 3 || !(arguments.getFirst() instanceof Expression.Name(var model))) {
            report.error(
                    Code.WRONG_ARGUMENTS,
                    call.span(),
                    "`price` takes a model, its input tokens and its output tokens",
                    "write `price(deep, input_tokens, 2_000)`");
            return Optional.empty();
        }
        Optional<PolicyModel> known = names.models().get(model.text());
        if (known == null) {
            report.unknown(
                    Code.UNKNOWN_MODEL,
                    model.span(),
                    "the policy has no model `" + model.text() + "`",
                    model.text(),
                    names.models().keySet());
        }
        var tokens = arguments.subList(1, 3).stream()
                .map(argument ->
                        amount(argument).filter(measure -> hasUnit(measure, Unit.TOKENS, "a price counts tokens")))
                .flatMap(Optional::stream)
                .map(Measure::form)
                .toList();
        if (known == null || known.isEmpty() || tokens.size() < 2) {
            return Optional.empty();
        }
        return price(known.get(), tokens, call.span());
    }

    /** The price of input and output tokens, which may be fractions of tokens. */
    private Optional<Measure> price(PolicyModel model, List<Form> tokens, Span span) {
        if (tokens.stream().anyMatch(Form::isWeighed)) {
            report.error(
                    Code.NOT_LINEAR,
                    span,
                    "`price` takes numbers of tokens that do not depend on a price",
                    "write tokens, such as `price(" + model.alias() + ", input_tokens, 2_000)`");
            return Optional.empty();
        }
        var whole = WholeNumbers.of(tokens, Unit.TOKENS, schema);
        if (whole.isEmpty()) {
            report.error(
                    Code.TOO_LARGE_TO_COUNT,
                    span,
                    "`" + CheckExpressions.shown(span) + "` can come to more than can be counted exactly",
                    "use smaller factors");
            return Optional.empty();
        }
        var amounts = whole.get().amounts();
        var price = Weigh.price(
                model.model(),
                amounts.getFirst(),
                amounts.getLast(),
                whole.get().parts(),
                span);
        if (price.isEmpty()) {
            report.error(
                    Code.UNPRICED,
                    span,
                    "the catalog does not say what `" + model.alias() + "` ("
                            + model.model().id() + ") costs",
                    "add `prices` to it in the catalog, or compare the number of tokens instead");
            return Optional.empty();
        }
        BigDecimal size =
                Figure.COST.size().divide(BigDecimal.valueOf(whole.get().parts()));
        return Optional.of(Measure.of(Unit.MONEY, new Form.Given(BigDecimal.ONE, price.get(), size), span));
    }

    /** Whether an amount has a unit, or none where tokens are counted; reports where it has not. */
    boolean hasUnit(Measure measure, Unit unit, String what) {
        // A plain number of a feature, such as `1_000 * attempt`, counts tokens as well.
        boolean counts = unit == Unit.TOKENS && measure.unit() == Unit.NUMBER;
        if (measure.fits(unit) || counts) {
            return true;
        }
        if (measure.plain()) {
            report.error(
                    Code.MISSING_UNIT,
                    measure.span(),
                    what + ", and `" + CheckExpressions.shown(measure.span()) + "` has no unit",
                    "write " + CheckComparisons.withUnit(measure, unit));
        } else {
            report.error(
                    Code.WRONG_UNIT,
                    measure.span(),
                    what + ", and `" + CheckExpressions.shown(measure.span()) + "` is "
                            + measure.unit().description(),
                    "write " + unit.description() + ", such as `" + Example.of(unit) + "`");
        }
        return false;
    }

    private boolean isCountable(Measure measure) {
        if (isCountable(measure.form())) {
            return true;
        }
        report.error(
                Code.TOO_LARGE_TO_COUNT,
                measure.span(),
                "`" + CheckExpressions.shown(measure.span()) + "` has more than " + MOST_DIGITS + " digits",
                "use fewer factors");
        return false;
    }

    private static boolean isCountable(Form form) {
        return switch (form) {
            case Form.Linear(var constant, var factors) ->
                isCountable(constant)
                        && (factors.isEmpty() || factors.stream().allMatch(factor -> isCountable(factor.number())));
            case Form.Sum(var forms) -> forms.stream().allMatch(CheckAmounts::isCountable);
            case Form.Least(var forms) -> forms.stream().allMatch(CheckAmounts::isCountable);
            case Form.Greatest(var forms) -> forms.stream().allMatch(CheckAmounts::isCountable);
            case Form.Given(var factor, var _, var _) -> isCountable(factor);
            case Form.OfCandidate(var factor, var _) -> isCountable(factor);
        };
    }

    private static boolean isCountable(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
    }
}
