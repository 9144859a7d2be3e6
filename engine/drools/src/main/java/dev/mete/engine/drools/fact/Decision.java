package dev.mete.engine.drools.fact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules of a policy ask for, for one task: the global {@code decision} of every rule file. Not thread-safe; one per task. */
public final class Decision {
    private @Nullable Bucket bucket;
    private @Nullable Double waitingUsdPerSecond;
    private @Nullable Plan plan;
    private @Nullable Choice choice;
    private final List<Plan> fallbacks = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();

    /**
     * Puts the task into a bucket.
     *
     * @throws IllegalStateException when it is in one already
     */
    public void classify(Bucket bucket) {
        if (this.bucket != null) {
            throw new IllegalStateException("the task is in the bucket " + this.bucket + " already");
        }
        this.bucket = bucket;
    }

    /**
     * Says what a second of waiting costs, in US dollars; nothing where no rule says it.
     *
     * @throws IllegalStateException when a rule has done so already
     */
    public void waitingCostsUsdPerSecond(double dollars) {
        if (waitingUsdPerSecond != null) {
            throw new IllegalStateException("waiting costs " + waitingUsdPerSecond + " dollars a second already");
        }
        waitingUsdPerSecond = dollars;
    }

    /**
     * Asks for a model and an effort.
     *
     * @throws IllegalStateException when a rule has routed the task already
     */
    public Plan route(String model, Effort effort) {
        rejectSecond();
        plan = new Plan(model, effort);
        return plan;
    }

    /**
     * Asks for the plan of the least expected loss: price, cost of waiting, and cost of an error times its probability.
     *
     * @throws IllegalStateException when a rule has routed the task already
     */
    public Choice bestOf() {
        return choose(Choice.Goal.BEST);
    }

    /**
     * Asks for the plan of the lowest expected price.
     *
     * @throws IllegalStateException when a rule has routed the task already
     */
    public Choice cheapestOf() {
        return choose(Choice.Goal.CHEAPEST);
    }

    /**
     * Asks for the plan of the lowest 95th percentile of the latency.
     *
     * @throws IllegalStateException when a rule has routed the task already
     */
    public Choice fastestOf() {
        return choose(Choice.Goal.FASTEST);
    }

    /** Asks for what to try next where the plan's model is unavailable or fails. */
    public Plan fallback(String model, Effort effort) {
        var fallback = new Plan(model, effort);
        fallbacks.add(fallback);
        return fallback;
    }

    /** Sets a ceiling for the effort. */
    public void limitEffort(Effort most) {
        limits.add(new Limit.OfEffort(most, null));
    }

    /** Sets a ceiling for the effort and says why. */
    public void limitEffort(Effort most, String because) {
        limits.add(new Limit.OfEffort(most, because));
    }

    /** Sets a ceiling for hidden thinking, in tokens. */
    public void limitThinking(long tokens) {
        limits.add(new Limit.OfThinking(tokens, null));
    }

    /** Sets a ceiling for hidden thinking, in tokens, and says why. */
    public void limitThinking(long tokens, String because) {
        limits.add(new Limit.OfThinking(tokens, because));
    }

    /** Sets a ceiling for all output, in tokens. */
    public void limitCap(long tokens) {
        limits.add(new Limit.OfCap(tokens, null));
    }

    /** Sets a ceiling for all output, in tokens, and says why. */
    public void limitCap(long tokens, String because) {
        limits.add(new Limit.OfCap(tokens, because));
    }

    /** Sets a ceiling for the price of a call, in US dollars. */
    public void limitCostUsd(double dollars) {
        limits.add(new Limit.OfCost(dollars, null));
    }

    /** Sets a ceiling for the price of a call, in US dollars, and says why. */
    public void limitCostUsd(double dollars, String because) {
        limits.add(new Limit.OfCost(dollars, because));
    }

    /** Sets a ceiling for the timeout, in milliseconds. */
    public void limitTimeoutMs(long millis) {
        limits.add(new Limit.OfTimeout(millis, null));
    }

    /** Sets a ceiling for the timeout, in milliseconds, and says why. */
    public void limitTimeoutMs(long millis, String because) {
        limits.add(new Limit.OfTimeout(millis, because));
    }

    /** The bucket that a rule put the task into; null where none did. */
    public @Nullable Bucket bucket() {
        return bucket;
    }

    /** What a second of waiting costs, in US dollars; null where no rule said it. */
    public @Nullable Double waitingUsdPerSecond() {
        return waitingUsdPerSecond;
    }

    /** The plan that a rule asked for; null where none did, or one asked for a choice. */
    public @Nullable Plan plan() {
        return plan;
    }

    /** The choice that a rule asked for; null where none did. */
    public @Nullable Choice choice() {
        return choice;
    }

    /** Whether a rule asked for a plan or a choice. */
    public boolean isRouted() {
        return plan != null || choice != null;
    }

    /** The fallbacks in the order in which they were asked for. */
    public List<Plan> fallbacks() {
        return List.copyOf(fallbacks);
    }

    /** The ceilings in the order in which they were set. */
    public List<Limit> limits() {
        return List.copyOf(limits);
    }

    private Choice choose(Choice.Goal goal) {
        rejectSecond();
        choice = new Choice(goal);
        return choice;
    }

    private void rejectSecond() {
        if (plan != null) {
            throw new IllegalStateException("the task goes to " + plan.model() + " already");
        }
        if (choice != null) {
            throw new IllegalStateException("the task goes to one of several plans already");
        }
    }
}
