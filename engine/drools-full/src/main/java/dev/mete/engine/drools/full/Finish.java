package dev.mete.engine.drools.full;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.fact.Decision;
import dev.mete.engine.drools.fact.Limit;
import dev.mete.engine.drools.fact.Plan;
import dev.mete.engine.eval.Decide;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes what rules asked for through the limits and the fit that every decision passes. Used for one run that has ended. */
final class Finish {
    private final Shape shape;
    private final Run run;
    private final Task task;

    Finish(Shape shape, Run run, Task task) {
        this.shape = shape;
        this.run = run;
        this.task = task;
    }

    /** What a rule asked for makes no sense. */
    private static final class Senseless extends RuntimeException {
        private static final long serialVersionUID = 1;

        Senseless(String message) {
            super(message);
        }
    }

    Outcome outcome() {
        Decision decision = run.decision();
        Plan plan = decision.plan();
        String rule = run.routedBy();
        if (plan == null || rule == null) {
            return new Fault(null, "no rule asked for a model: end the rules with one that takes every task");
        }
        try {
            Span span = shape.span(rule);
            var always = new Condition.Always(true, span);
            var fallbacks = decision.fallbacks().stream()
                    .map(fallback -> plan(fallback, span))
                    .toList();
            var asked = new RuleIr(rule, always, plan(plan, span), fallbacks, span);
            Bucket bucket = decision.bucket() == null
                    ? Bucket.MAYBE
                    : Bucket.valueOf(decision.bucket().name());
            var limits = limits(decision.limits());
            return Decide.finish(policy(asked, limits), task, bucket, asked, limits);
        } catch (Senseless e) {
            return new Fault(rule, Objects.requireNonNull(e.getMessage()));
        }
    }

    private PolicyIr policy(RuleIr asked, List<LimitIr> limits) {
        var info = shape.info();
        return new PolicyIr(
                info.name(),
                info.language(),
                info.revision(),
                info.catalog(),
                info.models(),
                shape.schema(),
                List.of(),
                List.of(),
                List.of(),
                asked,
                limits,
                List.of(),
                info.sources());
    }

    private PlanIr plan(Plan plan, Span span) {
        if (plan.model() == null || plan.effort() == null) {
            throw new Senseless("a plan without a model or an effort");
        }
        Model model = shape.catalog()
                .model(plan.model())
                .orElseThrow(() -> new Senseless("the catalog has no model `" + plan.model() + "`: "
                        + NearestName.help(plan.model(), shape.catalog().ids())));
        return new PlanIr(
                new PolicyModel(model.id(), model, span),
                Effort.valueOf(plan.effort().name()),
                quantity("a thinking budget", plan.thinking(), span),
                quantity("a cap", plan.cap(), span),
                quantity("a timeout", plan.timeoutMs(), span),
                span);
    }

    private static @Nullable Quantity quantity(String what, @Nullable Long number, Span span) {
        return number == null ? null : atLeast(what, number, 1, span);
    }

    private static Quantity atLeast(String what, long number, long least, Span span) {
        if (number < least) {
            throw new Senseless(what + " of " + number + " is less than " + least);
        }
        return Quantity.fixed(number, span);
    }

    private List<LimitIr> limits(List<Limit> limits) {
        var holding = new ArrayList<LimitIr>();
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            String rule = run.limitedBy().get(i);
            Span span = shape.span(rule);
            String name = Objects.requireNonNullElse(limit.because(), rule);
            holding.add(new LimitIr(name, bound(limit, span), new Condition.Always(true, span), span));
        }
        return holding;
    }

    private static Bound bound(Limit limit, Span span) {
        return switch (limit) {
            case Limit.OfEffort(var most, var _) -> new Bound.EffortAtMost(Effort.valueOf(most.name()));
            case Limit.OfThinking(long tokens, var _) ->
                new Bound.ThinkingAtMost(atLeast("a limit on thinking", tokens, 0, span));
            case Limit.OfCap(long tokens, var _) -> new Bound.CapAtMost(atLeast("a limit on the cap", tokens, 1, span));
            case Limit.OfTimeout(long millis, var _) ->
                new Bound.TimeoutAtMost(atLeast("a limit on the timeout", millis, 1, span));
        };
    }
}
