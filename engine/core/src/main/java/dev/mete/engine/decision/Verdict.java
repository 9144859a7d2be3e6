package dev.mete.engine.decision;

import dev.mete.engine.catalog.Effort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What deciding a task comes to, in fields that the next task is written over: for who decides many and lets nothing be allocated. Where
 * {@link #isPlain()}, the fields hold a decision; otherwise {@link #outcome()} does. Not thread-safe; lent to one decision at a time.
 */
public final class Verdict {
    /** What a rule asked for was not changed. */
    public static final long AS_ASKED = Long.MIN_VALUE;

    private static final int NOTHING = -1;
    private static final int ROOM = 64;
    private static final Bucket[] BUCKETS = Bucket.values();
    private static final Effort[] EFFORTS = Effort.values();

    private final long[] room = new long[ROOM];
    private final PlanSlots plan = new PlanSlots();
    private final PlanSlots spare = new PlanSlots();
    private final PlanSlots other = new PlanSlots();
    private final EstimateSlots estimate = new EstimateSlots();
    private final List<PlanSlots> fallbacks = new ArrayList<>();
    private int fallbackCount;
    private int[] limits = new int[8];
    private int limitCount;
    private DecisionNames names = DecisionNames.NONE;
    private int bucket;
    private int line;
    private int askedEffort;
    private long askedCap;
    private long askedThinking;
    private long askedTimeout;
    private int chosen;
    private @Nullable Outcome outcome;

    /** Puts an outcome as a whole. */
    public void set(Outcome whole) {
        outcome = whole;
    }

    /**
     * Begins a decision: what was said before is void.
     *
     * @param of what the numbers stand for
     * @param inBucket the bucket's ordinal
     * @param ofLine the place of the rule that decides; the number of rules where none holds
     */
    @SuppressWarnings("ReferenceEquality") // the names of one policy are one object
    public void begin(DecisionNames of, int inBucket, int ofLine) {
        if (names != of) {
            names = of;
            plan.names(of);
            spare.names(of);
            other.names(of);
            fallbacks.forEach(fallback -> fallback.names(of));
        }
        if (outcome != null) {
            outcome = null;
        }
        bucket = inBucket;
        line = ofLine;
        chosen = NOTHING;
        askedEffort = NOTHING;
        askedCap = AS_ASKED;
        askedThinking = AS_ASKED;
        askedTimeout = AS_ASKED;
        fallbackCount = 0;
        limitCount = 0;
    }

    /**
     * Says what the rule asked for.
     *
     * @param effort the effort's ordinal
     * @param cap {@link #AS_ASKED} where the plan has what was asked for; the same for the others
     */
    public void asked(int effort, long cap, long thinking, long timeout) {
        askedEffort = effort;
        askedCap = cap;
        askedThinking = thinking;
        askedTimeout = timeout;
    }

    /** Says how the plan was picked out of several, by its place among all such ways. */
    public void chosen(int how) {
        chosen = how;
    }

    /** Adds a fallback, to be written into. */
    public PlanSlots addFallback() {
        if (fallbackCount == fallbacks.size()) {
            var added = new PlanSlots();
            added.names(names);
            fallbacks.add(added);
        }
        return fallbacks.get(fallbackCount++);
    }

    /** Adds a limit that lowered something, by its place in the policy, unless one of its name is there. */
    public void addLimit(int limit) {
        for (int i = 0; i < limitCount; i++) {
            if (names.limits().get(limits[i]).equals(names.limits().get(limit))) {
                return;
            }
        }
        if (limitCount == limits.length) {
            limits = Arrays.copyOf(limits, 2 * limitCount);
        }
        limits[limitCount++] = limit;
    }

    /** Whether the fields hold a decision that passed over no model. */
    public boolean isPlain() {
        return outcome == null;
    }

    /** The outcome as a whole. */
    public Outcome outcome() {
        return outcome != null ? outcome : decision();
    }

    private Decision decision() {
        return new Decision(
                bucket(),
                rule(),
                plan.plan(),
                asked(),
                limitedBy(),
                fallbacks.subList(0, fallbackCount).stream()
                        .map(PlanSlots::plan)
                        .toList(),
                List.of(),
                estimate.estimate(),
                chosen());
    }

    private Asked asked() {
        return new Asked(null, askedEffort(), figure(askedCap), figure(askedThinking), figure(askedTimeout));
    }

    private static @Nullable Long figure(long asked) {
        return asked == AS_ASKED ? null : (Long) asked;
    }

    private List<String> limitedBy() {
        var lowering = new ArrayList<String>();
        for (int i = 0; i < limitCount; i++) {
            lowering.add(names.limits().get(limits[i]));
        }
        return lowering;
    }

    /** What the numbers stand for. */
    public DecisionNames names() {
        return names;
    }

    /** The bucket. */
    public Bucket bucket() {
        return BUCKETS[bucket];
    }

    /** The place of the rule that decided; the number of rules where none held. */
    public int line() {
        return line;
    }

    /** The rule that decided. */
    public String rule() {
        return names.rules().get(line);
    }

    /** The plan. */
    public PlanSlots plan() {
        return plan;
    }

    /** What the plan is expected to come to. */
    public EstimateSlots estimate() {
        return estimate;
    }

    /** The effort that the rule asked for; null where it is the plan's. */
    public @Nullable Effort askedEffort() {
        return askedEffort == NOTHING || askedEffort == plan.effort().ordinal() ? null : EFFORTS[askedEffort];
    }

    /** The cap that the rule asked for; {@link #AS_ASKED} where it is the plan's. */
    public long askedCap() {
        return askedCap;
    }

    /** The thinking that the rule asked for; {@link #AS_ASKED} where it is the plan's. */
    public long askedThinking() {
        return askedThinking;
    }

    /** The timeout that the rule asked for, in milliseconds; {@link #AS_ASKED} where it is the plan's. */
    public long askedTimeout() {
        return askedTimeout;
    }

    /** How the plan was picked out of several; null where the rule names one. */
    public @Nullable Chosen chosen() {
        return chosen == NOTHING ? null : names.choices().get(chosen);
    }

    /** The way in which the plan was picked out of several, by its place among all such ways; negative where the rule names one. */
    public int choice() {
        return chosen;
    }

    /** How many fallbacks there are. */
    public int fallbacks() {
        return fallbackCount;
    }

    /** A fallback. */
    public PlanSlots fallback(int place) {
        return fallbacks.get(Objects.checkIndex(place, fallbackCount));
    }

    /** How many limits lowered something. */
    public int limits() {
        return limitCount;
    }

    /** The place of a limit that lowered something, in the policy. */
    public int limit(int place) {
        return limits[Objects.checkIndex(place, limitCount)];
    }

    /** For an engine to reckon in: numbers that mean nothing between two decisions. */
    public long[] room() {
        return room;
    }

    /** For an engine to try a plan in. */
    public PlanSlots spare() {
        return spare;
    }

    /** For an engine to try another plan in. */
    public PlanSlots otherSpare() {
        return other;
    }
}
