package dev.mete.engine.drools.full;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.fact.Choice;
import dev.mete.engine.drools.fact.Decision;
import dev.mete.engine.drools.fact.Limit;
import dev.mete.engine.eval.Decide;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.ir.WaitingIr;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

    Outcome outcome() {
        String rule = run.routedBy();
        if (rule == null) {
            return new Fault(null, "no rule asked for a model: end the rules with one that takes every task");
        }
        try {
            return outcome(run.decision(), rule);
        } catch (Senseless e) {
            return new Fault(rule, Objects.requireNonNull(e.getMessage()));
        }
    }

    private Outcome outcome(Decision decision, String rule) {
        Span span = shape.span(rule);
        var plans = new Plans(shape.catalog(), span);
        var waiting = Choices.waiting(decision.waitingUsdPerSecond(), span);
        var asked = new RuleIr(
                rule,
                new Condition.Always(true, span),
                choice(decision, plans, new Choices(plans, task, waiting, span)),
                decision.fallbacks().stream().map(plans::plan).toList(),
                span);
        Bucket bucket = decision.bucket() == null
                ? Bucket.MAYBE
                : Bucket.valueOf(decision.bucket().name());
        var limits = limits(decision.limits());
        return Decide.finish(policy(asked, waiting, limits), task, bucket, asked, limits);
    }

    private static ChoiceIr choice(Decision decision, Plans plans, Choices choices) {
        Choice choice = decision.choice();
        return choice != null
                ? choices.choice(choice)
                : new ChoiceIr.One(plans.plan(Objects.requireNonNull(decision.plan())));
    }

    private PolicyIr policy(RuleIr asked, List<WaitingIr> waiting, List<LimitIr> limits) {
        var info = shape.info();
        return new PolicyIr(
                info.name(),
                info.language(),
                info.revision(),
                info.catalog(),
                info.models(),
                shape.schema(),
                List.of(),
                waiting,
                List.of(),
                asked,
                limits,
                List.of(),
                List.of(),
                info.sources());
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
                new Bound.ThinkingAtMost(Plans.atLeast("a limit on thinking", tokens, 0, span));
            case Limit.OfCap(long tokens, var _) ->
                new Bound.CapAtMost(Plans.atLeast("a limit on the cap", tokens, 1, span));
            case Limit.OfCost(double dollars, var _) -> new Bound.CostAtMost(cost(dollars, span));
            case Limit.OfTimeout(long millis, var _) ->
                new Bound.TimeoutAtMost(Plans.atLeast("a limit on the timeout", millis, 1, span));
        };
    }

    private static Quantity cost(double dollars, Span span) {
        long nanos = Plans.parts("a limit on the cost", dollars, Unit.MONEY);
        if (nanos < 1) {
            throw new Senseless("a limit on the cost of " + Unit.MONEY.format(nanos) + " leaves nothing");
        }
        return Quantity.fixed(nanos, span);
    }
}
