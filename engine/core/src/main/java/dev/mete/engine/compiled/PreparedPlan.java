package dev.mete.engine.compiled;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.PlanSlots;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** A plan of a policy, with its model. Immutable, thread-safe. */
final class PreparedPlan {
    private final ModelFit model;
    private final Effort effort;
    private final @Nullable Part cap;
    private final @Nullable Part thinking;
    private final @Nullable Part timeout;

    /** What the plan comes to where nothing but the length of a task bounds it; null where more of the task enters. */
    private final @Nullable Usual usual;

    /**
     * A plan that asks for the same whatever the task, and how long a task can be for it to be taken so.
     *
     * @param input the longest input
     * @param answer the longest answer
     */
    private record Usual(
            int effort,
            long cap,
            long thinking,
            long timeout,
            long input,
            long answer,
            long askedCap,
            long askedThinking,
            long askedTimeout) {
        boolean isAsAsked() {
            return askedCap == Verdict.AS_ASKED
                    && askedThinking == Verdict.AS_ASKED
                    && askedTimeout == Verdict.AS_ASKED;
        }
    }

    PreparedPlan(PlanIr plan, ModelFit model) {
        this.usual = usual(plan, model);
        this.model = model;
        this.effort = plan.effort();
        this.cap = part(plan.cap());
        this.thinking = part(plan.thinking());
        this.timeout = part(plan.timeout());
    }

    private static @Nullable Part part(@Nullable Quantity quantity) {
        return quantity == null ? null : Part.of(quantity, Long.MIN_VALUE);
    }

    private static @Nullable Usual usual(PlanIr plan, ModelFit model) {
        Part cap = part(plan.cap());
        if (cap == null || !isFixed(cap) || !isFixed(part(plan.thinking())) || !isFixed(part(plan.timeout()))) {
            return null;
        }
        // The shortest task shows what the plan comes to; what a longer one has to leave room for follows from it.
        long[] room = new long[Room.SIZE];
        room[Room.ANSWER] = 1;
        room[Room.TOLERANCE] = Room.NOT_SAID;
        room[Room.ASKED_CAP] = fixed(cap);
        room[Room.ASKED_THINKING] = fixed(part(plan.thinking()));
        room[Room.ASKED_TIMEOUT] = fixed(part(plan.timeout()));
        Limits.free(room, Room.FREE);
        var fitted = new PlanSlots();
        if (!model.fit(plan.effort(), ModelFit.ALL, room, Room.FREE, fitted)) {
            return null;
        }
        return new Usual(
                fitted.effort().ordinal(),
                fitted.tokenCap(),
                fitted.thinkingTokens(),
                fitted.timeoutMillis(),
                Math.min(model.model().inputLimit(), model.model().contextWindow() - fitted.tokenCap()),
                fitted.tokenCap() - fitted.thinkingTokens(),
                changed(room[Room.ASKED_CAP], fitted.tokenCap()),
                changed(room[Room.ASKED_THINKING], fitted.thinkingTokens()),
                changed(room[Room.ASKED_TIMEOUT], fitted.timeoutMillis()));
    }

    private static boolean isFixed(@Nullable Part part) {
        return part == null || part.isFixed();
    }

    private static long fixed(@Nullable Part part) {
        return part == null ? Room.NOT_SAID : part.fixed();
    }

    /** Fits the plan where nothing bounds it and the task is of a usual length, at once; says whether that was so. */
    boolean fitAtOnce(long[] room, PlanSlots into) {
        Usual so = usual;
        if (so == null || room[Room.INPUT] > so.input || room[Room.ANSWER] > so.answer) {
            return false;
        }
        into.set(model.place(), so.effort, so.cap, so.thinking, so.timeout);
        return true;
    }

    /** Says in the verdict what was asked and is not as the plan has it, where that was fitted at once. */
    void compareAtOnce(Verdict verdict) {
        Usual so = usual;
        if (so != null && (so.effort != effort.ordinal() || !so.isAsAsked())) {
            verdict.asked(effort.ordinal(), so.askedCap, so.askedThinking, so.askedTimeout);
        }
    }

    /** Puts what the plan asks for into the room. */
    void ask(Task task, Bucket bucket, long[] room) {
        room[Room.ASKED_CAP] = cap == null ? Room.NOT_SAID : cap.of(task, bucket);
        room[Room.ASKED_THINKING] = thinking == null ? Room.NOT_SAID : thinking.of(task, bucket);
        room[Room.ASKED_TIMEOUT] = timeout == null ? Room.NOT_SAID : timeout.of(task, bucket);
    }

    /** Fits the plan, which has been asked for, under bounds; says whether the model can take the task. */
    boolean fit(Task task, long[] room, int bounds, PlanSlots into) {
        return model.fit(effort, model.affordable(task, room, bounds), room, bounds, into);
    }

    /** Says in the verdict what was asked and is not as the plan has it. */
    void compare(long[] room, PlanSlots fitted, Verdict verdict) {
        boolean isAsAsked = effort == fitted.effort()
                && isSame(room[Room.ASKED_CAP], fitted.tokenCap())
                && isSame(room[Room.ASKED_THINKING], fitted.thinkingTokens())
                && isSame(room[Room.ASKED_TIMEOUT], fitted.timeoutMillis());
        if (!isAsAsked) {
            verdict.asked(
                    effort.ordinal(),
                    changed(room[Room.ASKED_CAP], fitted.tokenCap()),
                    changed(room[Room.ASKED_THINKING], fitted.thinkingTokens()),
                    changed(room[Room.ASKED_TIMEOUT], fitted.timeoutMillis()));
        }
    }

    private static boolean isSame(long asked, long fitted) {
        return asked == Room.NOT_SAID || asked == fitted;
    }

    private static long changed(long asked, long fitted) {
        return isSame(asked, fitted) ? Verdict.AS_ASKED : asked;
    }

    /** Puts what the fitted plan comes to into the verdict. */
    void estimate(Task task, PlanSlots fitted, Verdict verdict) {
        model.figures(fitted.effort()).estimate(task, fitted.tokenCap(), fitted.thinkingTokens(), verdict.estimate());
    }
}
