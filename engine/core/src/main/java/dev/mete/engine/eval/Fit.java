package dev.mete.engine.eval;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.catalog.ThinkingLengths;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.Unit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Lowers an asked plan to the limits that hold and makes it valid for a model: the effort moves to a level that the model has, the cap obeys the
 * output limit and the context window, thinking leaves room for the visible answer. Where too little is left for an effort to be worth asking for,
 * the effort steps down and all is worked out again, so that no plan is cut off before its visible answer.
 */
final class Fit {
    /** What a model without prices can give for any money. */
    private static final long UNPRICED = Long.MIN_VALUE;

    private final Task task;
    private final Bucket bucket;
    private final Bounds bounds;
    private final long input;
    private final long answer;
    private final boolean heedsDeadline;

    Fit(Task task, Bucket bucket, Bounds bounds) {
        this(task, bucket, bounds, true);
    }

    /**
     * A fit of its own terms.
     *
     * @param heedsDeadline whether a cap that is worked out leaves time for the caller's deadline
     */
    Fit(Task task, Bucket bucket, Bounds bounds, boolean heedsDeadline) {
        this.heedsDeadline = heedsDeadline;
        this.task = task;
        this.bucket = bucket;
        this.bounds = bounds;
        this.input = task.number(task.schema().slot(StandardFeatures.INPUT_TOKENS));
        this.answer = Math.max(1, task.number(task.schema().slot(StandardFeatures.OUTPUT_TOKENS)));
    }

    /** What fitting comes to. */
    sealed interface Fitted {
        /** The plan is valid for the model. */
        record Fits(Plan plan) implements Fitted {}

        /** The model cannot take the task, and why. */
        record CannotTake(String reason) implements Fitted {}
    }

    /** Fits what a plan asks for to a model, which need not be the plan's own. */
    Fitted to(Model model, PlanIr asked) {
        long room = model.contextWindow() - input;
        if (room < answer) {
            return new Fitted.CannotTake("has a context window of " + model.contextWindow() + " tokens, too small for "
                    + input + " of input and " + answer + " of answer");
        }
        if (input > model.inputLimit()) {
            return new Fitted.CannotTake("takes at most " + model.inputLimit() + " tokens of input, not " + input);
        }
        Effort ceiling = bounds.effort();
        Effort first = model.nearest(asked.effort().compareTo(ceiling) < 0 ? asked.effort() : ceiling);
        if (first.compareTo(ceiling) > 0) {
            return new Fitted.CannotTake("cannot think as little as `effort " + ceiling.word() + "`");
        }
        var attempt = new Attempt(model, asked, Math.min(model.outputLimit(), room));
        for (Effort effort = first; effort != null; effort = model.efforts().lower(effort)) {
            if (attempt.at(effort)) {
                return new Fitted.Fits(
                        new Plan(model, effort, attempt.cap, attempt.thinking, timeout(value(asked.timeout()))));
            }
        }
        return new Fitted.CannotTake(attempt.tooLittle(model.efforts().first()));
    }

    private long timeout(@Nullable Long asked) {
        long timeout = Math.min(asked != null ? asked : Long.MAX_VALUE, bounds.timeout());
        return timeout == Long.MAX_VALUE ? Plan.NO_TIMEOUT : Math.max(1, timeout);
    }

    private @Nullable Long value(@Nullable Quantity quantity) {
        return quantity == null ? null : (Long) Conditions.quantity(quantity, task, bucket);
    }

    /** One plan on its way to one model: what it comes to at one effort level after the other. */
    private final class Attempt {
        private final Model model;
        private final Effort askedEffort;
        private final long mostOutput;
        private final @Nullable Long askedCap;
        private final @Nullable Long askedThinking;
        private final long affordable;
        private long cap;
        private long thinking;

        Attempt(Model model, PlanIr asked, long mostOutput) {
            this.model = model;
            this.askedEffort = asked.effort();
            this.mostOutput = mostOutput;
            this.askedCap = value(asked.cap());
            this.askedThinking = value(asked.thinking());
            var prices = model.figures().prices();
            this.affordable = bounds.cost() == Bounds.NONE.cost()
                    ? Share.ALL
                    : prices == null ? UNPRICED : Share.ofCost(prices, model, task, bounds.cost());
        }

        /** Works out cap and thinking at an effort level, and says whether they are worth sending. */
        boolean at(Effort effort) {
            long wanted = wantedThinking(effort);
            long wantedCap = askedCap != null ? askedCap : workedOut(effort, wanted);
            cap = Math.max(1, Math.min(Math.min(mostOutput, wantedCap), Math.min(bounds.cap(), affordable)));
            thinking = effort == Effort.NONE ? 0 : Math.min(wanted, cap - answer);
            return thinking >= leastThinking(effort) && affordable >= leastThinking(effort) + answer;
        }

        /**
         * A cap that nobody asked for is a fuse: room for a long thinking and a long answer, within what the deadline leaves. A deadline that even the
         * lowest level cannot keep does not cut its answer off.
         */
        private long workedOut(Effort effort, long wanted) {
            long deadline = model.figures()
                    .speed(effort)
                    .filter(_ -> heedsDeadline)
                    .map(speed -> Share.ofDeadline(speed, task, usual(effort, wanted), wanted))
                    .orElse(Share.ALL);
            boolean isLowest = effort == model.efforts().first();
            return Math.min(
                    wanted + FitRules.answerRoom(answer),
                    isLowest ? Math.max(deadline, leastThinking(effort) + answer) : deadline);
        }

        private OptionalLong usual(Effort effort, long wanted) {
            return model.figures()
                    .thinking(effort)
                    .map(lengths -> OptionalLong.of(Math.min(wanted, lengths.quantile(ThinkingLengths.CERTAIN / 2))))
                    .orElseGet(OptionalLong::empty);
        }

        /** Why even the lowest level, the last one tried, is not worth sending. */
        String tooLittle(Effort lowest) {
            if (affordable == UNPRICED) {
                return "is unpriced, so that no limit on its cost can hold";
            }
            if (affordable < leastThinking(lowest) + answer) {
                return "cannot answer for " + Unit.MONEY.format(bounds.cost());
            }
            return bounds.thinking() < leastThinking(lowest)
                    ? "cannot think as little as " + bounds.thinking() + " tokens"
                    : "cannot stop thinking, and a cap of " + cap + " tokens leaves no room for that and " + answer
                            + " tokens of answer";
        }

        /** A budget belongs to the effort that it was asked with: below that effort, it is at most what the lower one gets. */
        private long wantedThinking(Effort effort) {
            if (effort == Effort.NONE) {
                return 0;
            }
            long allowance = Math.max(
                    model.figures()
                            .thinking(effort)
                            .map(lengths -> lengths.quantile(FitRules.LONG_THINKING))
                            .orElse(effort.thinkingAllowance()),
                    model.thinkingFloor(effort));
            long wanted = askedThinking == null
                    ? allowance
                    : effort.compareTo(askedEffort) < 0 ? Math.min(askedThinking, allowance) : askedThinking;
            return Math.max(0, Math.min(wanted, Math.min(model.thinkingLimit(), bounds.thinking())));
        }

        /** The level's floor, unless the author asked for less, which the model's own minimum still bounds. */
        private long leastThinking(Effort effort) {
            long floor = model.thinkingFloor(effort);
            if (effort == Effort.NONE || askedThinking == null || askedThinking >= floor) {
                return floor;
            }
            Thinking ability = model.thinking();
            long least = ability == null || ability.budget() == null
                    ? 1
                    : ability.budget().least();
            return Math.max(1, Math.max(askedThinking, least));
        }
    }
}
