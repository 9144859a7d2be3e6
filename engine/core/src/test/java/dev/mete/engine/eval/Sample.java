package dev.mete.engine.eval;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.catalog.Effort.LOW;
import static dev.mete.engine.catalog.Effort.MAX;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.sample.Ask;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.PolicyDraft;
import dev.mete.engine.sample.Tasks;
import dev.mete.engine.sample.Words;

/** What the tests of steps 4 and 5 decide. Tasks have 1,000 tokens of input and expect an answer of 500 where nothing else is said. */
final class Sample {
    static final Model PLAIN = Models.plain("acme/plain");
    static final Model LEVELS = Models.levels("acme/levels");
    static final Model ALWAYS = Models.alwaysThinking("acme/always");
    static final Model BUDGET = Models.budget("acme/budget", 1_024, 32_000);
    static final Model BOTH = Models.levelsAndBudget("acme/both", 1_024, 8_000, LOW, HIGH, MAX);

    private Sample() {}

    static Bound effort(Effort most) {
        return new Bound.EffortAtMost(most);
    }

    static Bound thinking(long most) {
        return new Bound.ThinkingAtMost(Quantity.fixed(most, Words.span("thinking")));
    }

    static Bound cap(long most) {
        return new Bound.CapAtMost(Quantity.fixed(most, Words.span("cap")));
    }

    static Bound timeout(long most) {
        return new Bound.TimeoutAtMost(Quantity.fixed(most, Words.span("timeout")));
    }

    static Plan plan(Ask ask, Bound... limits) {
        return plan(1_000, 500, ask, limits);
    }

    static Plan plan(long input, long output, Ask ask, Bound... limits) {
        var draft = new PolicyDraft().otherwise(ask.plan());
        for (Bound limit : limits) {
            draft.limit("limit", limit);
        }
        return decision(input, output, draft).plan();
    }

    static Decision decision(PolicyDraft draft) {
        return decision(1_000, 500, draft);
    }

    static Decision decision(long input, long output, PolicyDraft draft) {
        return switch (outcome(input, output, draft)) {
            case Decision decision -> decision;
            case Outcome other -> throw new AssertionError(other.toString());
        };
    }

    static Outcome outcome(long input, long output, PolicyDraft draft) {
        var ir = draft.ir();
        return new Evaluator(ir, NativeEngine.NAME).decide(Tasks.lengths(ir.schema(), input, output));
    }
}
