package dev.mete.server;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.DecisionNames;
import dev.mete.engine.decision.Estimate;
import dev.mete.engine.decision.EstimateSlots;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Refusal;
import dev.mete.engine.decision.Verdict;
import dev.mete.server.reload.Snapshot;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The meters of one policy. Thread-safe. */
final class PolicyMeters {
    /** From the quickest decision that a clock can tell to the longest that a caller waits for. */
    private static final Duration[] BOUNDS = {
        Duration.ofNanos(2_000),
        Duration.ofNanos(5_000),
        Duration.ofNanos(10_000),
        Duration.ofNanos(50_000),
        Duration.ofNanos(200_000),
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    /** A label that an outcome does not have. */
    private static final String NONE = "";

    private static final double PICOS_PER_DOLLAR = 1e12;

    private final MeterRegistry registry;
    private final Tags policy;
    private final Map<Labels, Counter> decisions = new ConcurrentHashMap<>();
    private final Timer time;
    private final Counter cost;
    private final Counter reloads;
    private final Counter failedReloads;
    private volatile @Nullable Meter info;
    private volatile double lastGood;
    private volatile Counters plain = new Counters(new DecisionNames(List.of(), List.of(), List.of(), List.of()));
    private volatile boolean isStale;

    /** What decisions are counted by. */
    private record Labels(String outcome, String bucket, String model, String effort) {}

    PolicyMeters(MeterRegistry registry, String name) {
        this.registry = registry;
        this.policy = Tags.of("policy", name);
        this.time = Timer.builder("mete.decision.duration")
                .description("from the bytes of a task to its outcome")
                .tags(policy)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
        this.cost = Counter.builder("mete.estimated.cost")
                .description("what the decided calls are expected to cost, where their models have prices")
                .baseUnit("dollars")
                .tags(policy)
                .register(registry);
        this.reloads = reloads("success");
        this.failedReloads = reloads("failure");
        Gauge.builder("mete.policy.last.success.timestamp", this, meters -> meters.lastGood)
                .description("when the files of the policy were last found good")
                .baseUnit("seconds")
                .tags(policy)
                .register(registry);
        Gauge.builder("mete.policy.stale", this, meters -> meters.isStale ? 1 : 0)
                .description("1 where the files of now do not load")
                .tags(policy)
                .register(registry);
    }

    void decided(Verdict verdict, long nanos) {
        time.record(nanos, TimeUnit.NANOSECONDS);
        if (verdict.isPlain()) {
            cost(verdict.estimate().costMean());
            counters(verdict.names()).of(verdict).increment();
        } else {
            decided(verdict.outcome());
        }
    }

    private void decided(Outcome outcome) {
        if (outcome instanceof Decision decision
                && decision.estimate().cost() instanceof Estimate.Cost(Long mean, var _)
                && mean != null) {
            cost(mean);
        }
        count(
                switch (outcome) {
                    case Decision decision ->
                        labels(
                                decision.bucket(),
                                decision.plan().model(),
                                decision.plan().effort());
                    case Refusal _ -> new Labels("no_model", NONE, NONE, NONE);
                    case Fault _ -> new Labels("fault", NONE, NONE, NONE);
                });
    }

    private void cost(long picos) {
        if (picos != EstimateSlots.UNKNOWN) {
            cost.increment(picos / PICOS_PER_DOLLAR);
        }
    }

    private static Labels labels(Bucket bucket, Model model, Effort effort) {
        return new Labels("decided", bucket.word(), model.id(), effort.word());
    }

    /** The counters of the revision that was decided by last: requests under way when a policy changes may make them anew. */
    @SuppressWarnings("ReferenceEquality") // each revision makes its names once
    private Counters counters(DecisionNames names) {
        Counters now = plain;
        if (now.names != names) {
            now = new Counters(names);
            plain = now;
        }
        return now;
    }

    /** The counters of one revision, found by the numbers of a verdict. */
    private final class Counters {
        private static final int EFFORTS = Effort.values().length;

        private final DecisionNames names;
        private final AtomicReferenceArray<@Nullable Counter> counters;

        Counters(DecisionNames names) {
            this.names = names;
            this.counters = new AtomicReferenceArray<>(
                    Bucket.values().length * names.models().size() * EFFORTS);
        }

        Counter of(Verdict verdict) {
            var plan = verdict.plan();
            int at = (verdict.bucket().ordinal() * names.models().size() + plan.modelPlace()) * EFFORTS
                    + plan.effort().ordinal();
            Counter counter = counters.get(at);
            if (counter == null) {
                counter = counter(labels(verdict.bucket(), plan.model(), plan.effort()));
                counters.set(at, counter);
            }
            return counter;
        }
    }

    void refused() {
        count(new Labels("request_refused", NONE, NONE, NONE));
    }

    void serves(Snapshot snapshot) {
        var served = snapshot.policy().info();
        Meter before = info;
        Meter now = Gauge.builder("mete.policy.info", () -> 1)
                .description("what is served")
                .tags(policy.and(
                        "language", served.language(), "engine", served.engine(), "revision", served.revision()))
                .register(registry);
        info = now;
        if (before != null && !before.getId().equals(now.getId())) {
            registry.remove(before);
        }
    }

    void failed() {
        failedReloads.increment();
        isStale = true;
    }

    void isGood(Instant at) {
        reloads.increment();
        isStale = false;
        lastGood = at.toEpochMilli() / 1_000.0;
    }

    private void count(Labels labels) {
        counter(labels).increment();
    }

    private Counter counter(Labels labels) {
        Counter counter = decisions.get(labels);
        return counter != null ? counter : decisions.computeIfAbsent(labels, this::registered);
    }

    private Counter registered(Labels labels) {
        return Counter.builder("mete.decisions")
                .description("outcomes of tasks")
                .tags(policy.and(
                        "outcome",
                        labels.outcome(),
                        "bucket",
                        labels.bucket(),
                        "model",
                        labels.model(),
                        "effort",
                        labels.effort()))
                .register(registry);
    }

    private Counter reloads(String result) {
        return Counter.builder("mete.reloads")
                .description("loads of changed files, the first one included")
                .tags(policy.and("result", result))
                .register(registry);
    }
}
