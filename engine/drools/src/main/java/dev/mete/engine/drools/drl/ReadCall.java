package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.task.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives one call on {@code decision}, with what is called on its result, its meaning. Used within one rule. */
final class ReadCall {
    private final Mistakes mistakes;
    private final Arguments arguments;
    private final ReadQuantity quantities;
    private final ReadName names;
    private final ReadPlan plans;
    private final ReadChoice choices;

    ReadCall(Scope scope, Models models) {
        this.mistakes = scope.mistakes();
        this.arguments = new Arguments(mistakes);
        this.quantities = new ReadQuantity(scope);
        this.names = new ReadName(scope);
        this.plans = new ReadPlan(scope, models);
        this.choices = new ReadChoice(scope, models);
    }

    Asking read(Expr.Call call, List<Expr.Call> chain, Span span) {
        return switch (call.name()) {
            case "classify" -> classify(call, chain, span);
            case "waitingCostsUsdPerSecond" -> waiting(call, chain, span);
            case "route" -> new Asking.Route(plans.read(call, chain, span), span);
            case "bestOf", "cheapestOf", "fastestOf" -> new Asking.Choose(choices.read(call, chain, span), span);
            case "fallback" -> new Asking.Fallback(plans.read(call, chain, span), span);
            default -> limit(call, chain, span);
        };
    }

    private Asking classify(Expr.Call call, List<Expr.Call> chain, Span span) {
        rejectChain(chain);
        return arguments.are(call, 1, 1, "(Bucket.USE)")
                ? new Asking.Classify(names.bucket(call.arguments().getFirst()), span)
                : new Asking.Broken(span);
    }

    private Asking waiting(Expr.Call call, List<Expr.Call> chain, Span span) {
        int before = mistakes.count();
        rejectChain(chain);
        if (!arguments.are(call, 1, 1, "(0.01)")) {
            return new Asking.Broken(span);
        }
        long nanos =
                quantities.constant(call.arguments().getFirst(), Unit.MONEY, Unit.MONEY.most(), Code.WAITING_VARIES);
        return mistakes.count() > before ? new Asking.Broken(span) : new Asking.Wait(nanos, span);
    }

    private Asking limit(Expr.Call call, List<Expr.Call> chain, Span span) {
        int before = mistakes.count();
        rejectChain(chain);
        if (!arguments.are(call, 1, 2, form(call.name()))) {
            return new Asking.Broken(span);
        }
        Expr most = call.arguments().getFirst();
        Bound bound = switch (call.name()) {
            case "limitEffort" -> new Bound.EffortAtMost(names.effort(most));
            case "limitThinking" -> new Bound.ThinkingAtMost(quantities.quantity(most, Unit.TOKENS));
            case "limitCap" -> new Bound.CapAtMost(quantities.quantity(most, Unit.TOKENS));
            case "limitCostUsd" -> new Bound.CostAtMost(quantities.quantity(most, Unit.MONEY));
            default -> new Bound.TimeoutAtMost(quantities.quantity(most, Unit.DURATION));
        };
        String because = because(call.arguments());
        return mistakes.count() > before ? new Asking.Broken(span) : new Asking.Limit(bound, because, span);
    }

    private static String form(String limit) {
        return switch (limit) {
            case "limitEffort" -> "(Effort.LOW, \"why\")";
            case "limitCostUsd" -> "(0.25, \"why\")";
            default -> "(1000, \"why\")";
        };
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

    private void rejectChain(List<Expr.Call> chain) {
        if (!chain.isEmpty()) {
            mistakes.error(
                    Code.UNKNOWN_CALL,
                    chain.getFirst().nameSpan(),
                    "nothing can be called on the result of this call",
                    "only plans take `.thinking`, `.cap` and `.timeoutMs`, and only choices `.plan` and `.where…`");
        }
    }
}
