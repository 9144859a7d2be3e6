package dev.mete.engine.drools.drl;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives one call on {@code decision}, with what is called on its result, its meaning. Used within one rule. */
final class ReadCall {
    private static final Map<String, Unit> SETTINGS =
            Map.of("thinking", Unit.TOKENS, "cap", Unit.TOKENS, "timeoutMs", Unit.DURATION);

    private static final BigDecimal MOST_DIVISOR = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Mistakes mistakes;
    private final ReadAmount amounts;
    private final ReadName names;
    private final Models models;

    ReadCall(Scope scope, Models models) {
        this.mistakes = scope.mistakes();
        this.amounts = new ReadAmount(scope);
        this.names = new ReadName(scope);
        this.models = models;
    }

    Asking read(Expr.Call call, List<Expr.Call> settings, Span span) {
        return switch (call.name()) {
            case "classify" -> classify(call, settings, span);
            case "route" -> new Asking.Route(plan(call, settings, span), span);
            case "fallback" -> new Asking.Fallback(plan(call, settings, span), span);
            default -> limit(call, settings, span);
        };
    }

    private Asking classify(Expr.Call call, List<Expr.Call> settings, Span span) {
        rejectSettings(settings);
        return has(call, 1, 1, "(Bucket.USE)")
                ? new Asking.Classify(names.bucket(call.arguments().getFirst()), span)
                : new Asking.Broken(span);
    }

    private @Nullable PlanIr plan(Expr.Call call, List<Expr.Call> settings, Span span) {
        int before = mistakes.count();
        var quantities = settings(settings);
        if (!has(call, 2, 2, "(\"provider/model\", Effort.HIGH)")) {
            models.isIncomplete();
            return null;
        }
        var model = models.read(call.arguments().get(0));
        Effort effort = names.effort(call.arguments().get(1));
        if (model.isEmpty() || mistakes.count() > before) {
            return null;
        }
        return new PlanIr(
                model.get(),
                effort,
                quantities.get("thinking"),
                quantities.get("cap"),
                quantities.get("timeoutMs"),
                span);
    }

    private Map<String, Quantity> settings(List<Expr.Call> settings) {
        var quantities = new HashMap<String, Quantity>();
        for (Expr.Call setting : settings) {
            Unit unit = SETTINGS.get(setting.name());
            if (unit == null) {
                mistakes.error(
                        Code.UNKNOWN_CALL,
                        setting.nameSpan(),
                        "a plan has nothing called `" + setting.name() + "`",
                        NearestName.help(
                                setting.name(),
                                SETTINGS.keySet().stream().sorted().toList()));
            } else if (has(setting, 1, 1, "(1000)")
                    && quantities.put(
                                    setting.name(), quantity(setting.arguments().getFirst(), unit))
                            != null) {
                mistakes.error(
                        Code.SETTING_TWICE,
                        setting.nameSpan(),
                        "`" + setting.name() + "` is set twice",
                        "keep one of them");
            }
        }
        return quantities;
    }

    private Asking limit(Expr.Call call, List<Expr.Call> settings, Span span) {
        int before = mistakes.count();
        rejectSettings(settings);
        if (!has(call, 1, 2, call.name().equals("limitEffort") ? "(Effort.LOW, \"why\")" : "(1000, \"why\")")) {
            return new Asking.Broken(span);
        }
        Expr most = call.arguments().getFirst();
        Bound bound = switch (call.name()) {
            case "limitEffort" -> new Bound.EffortAtMost(names.effort(most));
            case "limitThinking" -> new Bound.ThinkingAtMost(quantity(most, Unit.TOKENS));
            case "limitCap" -> new Bound.CapAtMost(quantity(most, Unit.TOKENS));
            default -> new Bound.TimeoutAtMost(quantity(most, Unit.DURATION));
        };
        String because = because(call.arguments());
        return mistakes.count() > before ? new Asking.Broken(span) : new Asking.Limit(bound, because, span);
    }

    private @Nullable String because(List<Expr> arguments) {
        if (arguments.size() < 2) {
            return null;
        }
        Span span = arguments.get(1).span();
        if (arguments.get(1) instanceof Expr.Text(String text, var _)) {
            if (text.isBlank() || text.length() > ReadRule.LONGEST_NAME) {
                mistakes.error(
                        Code.NAME_FORM,
                        span,
                        "the reason of a limit is " + (text.isBlank() ? "empty" : "too long"),
                        "say why in 1 to " + ReadRule.LONGEST_NAME + " characters, or leave it out");
            }
            return text;
        }
        mistakes.error(
                Code.WRONG_KIND_OF_VALUE,
                span,
                "`" + span.text() + "` gives no reason",
                "write the reason in quotes, or leave it out");
        return null;
    }

    /** A quantity of tokens or milliseconds; {@code Math.floorDiv} around all of it divides. */
    private Quantity quantity(Expr expr, Unit unit) {
        if (expr instanceof Expr.Call(Expr.Name(String math, var _), String name, var _, var arguments, var span)
                && math.equals("Math")
                && name.equals("floorDiv")
                && arguments.size() == 2) {
            return new Quantity(amount(arguments.get(0), unit), divisor(arguments.get(1)), span);
        }
        return new Quantity(amount(expr, unit), 1, expr.span());
    }

    private Amount amount(Expr expr, Unit unit) {
        int before = mistakes.count();
        Unit met = amounts.unit(expr);
        if (met != null && met != unit) {
            amounts.reportUnits(Code.WRONG_UNIT, expr.span(), unit, met);
        }
        return mistakes.count() > before ? new Amount.Fixed(1) : amounts.amount(expr, unit);
    }

    private long divisor(Expr expr) {
        if (expr instanceof Expr.Number(var value, var _, var _)
                && value.scale() <= 0
                && value.signum() > 0
                && value.compareTo(MOST_DIVISOR) <= 0) {
            return value.longValueExact();
        }
        mistakes.error(
                Code.WRONG_KIND_OF_VALUE,
                expr.span(),
                "`" + expr.span().text() + "` is no divisor",
                "write a whole number above 0");
        return 1;
    }

    private void rejectSettings(List<Expr.Call> settings) {
        if (!settings.isEmpty()) {
            mistakes.error(
                    Code.UNKNOWN_CALL,
                    settings.getFirst().nameSpan(),
                    "nothing can be called on the result of this call",
                    "only plans take `.thinking`, `.cap` and `.timeoutMs`");
        }
    }

    private boolean has(Expr.Call call, int least, int most, String form) {
        int size = call.arguments().size();
        if (least <= size && size <= most) {
            return true;
        }
        mistakes.error(
                Code.WRONG_ARGUMENTS,
                call.span(),
                "`" + call.name() + "` takes " + (least == most ? least : least + " or " + most)
                        + (most == 1 ? " argument" : " arguments") + ", not " + size,
                "write `" + call.name() + form + "`");
        return false;
    }
}
