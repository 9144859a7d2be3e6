package dev.mete.engine.compiled;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.ThinkingLengths;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.PlanSlots;
import dev.mete.engine.economics.PlanFigures;
import dev.mete.engine.eval.FitRules;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model, with all that fitting a plan to it looks up of it. Fits as the evaluator does, in arithmetic alone. Immutable, thread-safe.
 */
final class ModelFit {
    private static final Effort[] EFFORTS = Effort.values();

    /** No bound. */
    static final long ALL = Long.MAX_VALUE;

    /** What a model without prices can give for any money. */
    private static final long UNPRICED = Long.MIN_VALUE;

    private static final long UNKNOWN = -1;

    private final Model model;
    private final int place;
    private final @Nullable Prices prices;
    private final long contextWindow;
    private final long inputLimit;
    private final long outputLimit;
    private final long thinkingLimit;
    private final long leastBudget;
    private final int lowest;

    /** By effort: the nearest one that the model has. */
    private final int[] nearest = new int[EFFORTS.length];

    /** By effort: the next lower one that the model has; -1 where there is none. */
    private final int[] lower = new int[EFFORTS.length];

    /** By effort, in tokens: the least thinking, what there is room for where nobody asks, and the median where it is known. */
    private final long[] floor = new long[EFFORTS.length];

    private final long[] allowance = new long[EFFORTS.length];
    private final long[] median = new long[EFFORTS.length];
    private final @Nullable Speed[] speeds = new Speed[EFFORTS.length];
    private final @Nullable PlanFigures[] figures = new PlanFigures[EFFORTS.length];

    ModelFit(Model model, int place, TaskSchema schema) {
        this.place = place;
        this.model = model;
        this.prices = model.figures().prices();
        this.contextWindow = model.contextWindow();
        this.inputLimit = model.inputLimit();
        this.outputLimit = model.outputLimit();
        this.thinkingLimit = model.thinkingLimit();
        var thinking = model.thinking();
        this.leastBudget = thinking == null || thinking.budget() == null
                ? 1
                : thinking.budget().least();
        this.lowest = model.efforts().first().ordinal();
        for (Effort effort : EFFORTS) {
            int at = effort.ordinal();
            Effort below = model.efforts().lower(effort);
            var lengths = model.figures().thinking(effort);
            nearest[at] = model.nearest(effort).ordinal();
            lower[at] = below == null ? -1 : below.ordinal();
            floor[at] = model.thinkingFloor(effort);
            allowance[at] = Math.max(
                    lengths.map(known -> known.quantile(FitRules.LONG_THINKING)).orElse(effort.thinkingAllowance()),
                    floor[at]);
            median[at] = lengths.map(known -> known.quantile(ThinkingLengths.CERTAIN / 2))
                    .orElse(UNKNOWN);
            speeds[at] = model.figures().speed(effort).orElse(null);
            if (model.efforts().contains(effort)) {
                figures[at] = new PlanFigures(model, effort, schema);
            }
        }
    }

    Model model() {
        return model;
    }

    /** Its place among the models of the policy. */
    int place() {
        return place;
    }

    /** The figures at an effort that the model has. */
    PlanFigures figures(Effort effort) {
        return figures(effort.ordinal());
    }

    private PlanFigures figures(int effort) {
        return Objects.requireNonNull(figures[effort], "the model does not have the effort");
    }

    /**
     * Fits a plan.
     *
     * @param asked the effort that is asked for; its cap, thinking and timeout stand in the room
     * @param affordable the tokens that can be paid for, see {@link #affordable}
     * @param bounds where in the room the bounds stand
     * @return whether the model can take the task, and the plan is written
     */
    boolean fit(Effort asked, long affordable, long[] room, int bounds, PlanSlots into) {
        long input = room[Room.INPUT];
        long answer = room[Room.ANSWER];
        long left = contextWindow - input;
        if (left < answer || input > inputLimit) {
            return false;
        }
        int ceiling = (int) room[bounds + Dimension.EFFORT.ordinal()];
        int first = nearest[Math.min(asked.ordinal(), ceiling)];
        if (first > ceiling) {
            return false;
        }
        long most = Math.min(outputLimit, left);
        long boundCap = Math.min(most, room[bounds + Dimension.CAP.ordinal()]);
        for (int effort = first; effort >= 0; effort = lower[effort]) {
            long wanted = wantedThinking(effort, asked.ordinal(), room, bounds);
            long least = leastThinking(effort, room[Room.ASKED_THINKING]);
            long wantedCap = room[Room.ASKED_CAP] != Room.NOT_SAID
                    ? room[Room.ASKED_CAP]
                    : workedOut(effort, wanted, least, room);
            long cap = Math.max(1, Math.min(Math.min(boundCap, wantedCap), affordable));
            long thinking = effort == 0 ? 0 : Math.min(wanted, cap - answer);
            if (thinking >= least && affordable >= least + answer) {
                into.set(place, effort, cap, thinking, timeout(room, bounds));
                return true;
            }
        }
        return false;
    }

    private static long timeout(long[] room, int bounds) {
        long asked = room[Room.ASKED_TIMEOUT];
        long timeout = Math.min(asked == Room.NOT_SAID ? ALL : asked, room[bounds + Dimension.TIMEOUT.ordinal()]);
        return timeout == ALL ? Plan.NO_TIMEOUT : Math.max(1, timeout);
    }

    /** The tokens that the bound on the cost leaves, whatever share of them is thinking; less than 0 where the prompt costs more. */
    long affordable(Task task, long[] room, int bounds) {
        long nanos = room[bounds + Dimension.COST.ordinal()];
        if (nanos == ALL) {
            return ALL;
        }
        if (prices == null) {
            return UNPRICED;
        }
        TokenPrices token = prices.at(room[Room.INPUT]);
        long left = FitRules.picos(nanos) - figures(lowest).promptCost(token, task);
        return token.dearestOutput() == 0 ? (left < 0 ? -1 : ALL) : Math.floorDiv(left, token.dearestOutput());
    }

    private long workedOut(int effort, long wanted, long least, long[] room) {
        long deadline = deadline(effort, wanted, room);
        long answer = room[Room.ANSWER];
        return Math.min(
                wanted + FitRules.answerRoom(answer), effort == lowest ? Math.max(deadline, least + answer) : deadline);
    }

    private long deadline(int effort, long wanted, long[] room) {
        Speed speed = speeds[effort];
        long tolerance = room[Room.TOLERANCE];
        return speed == null || tolerance == Room.NOT_SAID
                ? ALL
                : FitRules.withinDeadline(
                        speed, tolerance, median[effort] == UNKNOWN ? wanted : Math.min(wanted, median[effort]));
    }

    private long wantedThinking(int effort, int askedEffort, long[] room, int bounds) {
        if (effort == 0) {
            return 0;
        }
        long asked = room[Room.ASKED_THINKING];
        long wanted = asked == Room.NOT_SAID
                ? allowance[effort]
                : effort < askedEffort ? Math.min(asked, allowance[effort]) : asked;
        long bound = Math.min(thinkingLimit, room[bounds + Dimension.THINKING.ordinal()]);
        return Math.max(0, Math.min(wanted, bound));
    }

    private long leastThinking(int effort, long asked) {
        long least = floor[effort];
        return effort == 0 || asked == Room.NOT_SAID || asked >= least
                ? least
                : Math.max(1, Math.max(asked, leastBudget));
    }
}
