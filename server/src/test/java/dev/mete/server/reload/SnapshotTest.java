package dev.mete.server.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
    private static final Task TASK = task();

    @Test
    void aPolicyIsClosedWhenItsLastUseEnds() {
        var policy = new Closing();
        var served = new ServedPolicy("demo");
        served.serve(snapshot(policy));
        Snapshot used = served.acquire();

        served.serve(snapshot(new Closing()));
        assertThat(policy.closed.get()).isFalse();
        assertThat(used).isNotNull();
        used.release();

        assertThat(policy.closed.get()).isTrue();
    }

    @Test
    void aPolicyThatIsRetiredServesNothing() {
        var served = new ServedPolicy("demo");
        served.serve(snapshot(new Closing()));

        served.retire();

        assertThat(served.acquire()).isNull();
        assertThat(served.current()).isEmpty();
    }

    @Test
    void noDecisionMeetsAClosedPolicyHoweverOftenItIsReplaced() throws InterruptedException {
        var served = new ServedPolicy("demo");
        served.serve(snapshot(new Closing()));
        var isOver = new AtomicBoolean();
        var decided = new AtomicInteger();
        var failed = new AtomicInteger();
        var deciding = List.of(1, 2, 3, 4).stream()
                .map(_ -> Thread.ofPlatform().start(() -> {
                    while (!isOver.get()) {
                        decide(served, failed);
                        decided.incrementAndGet();
                    }
                }))
                .toList();

        for (int i = 0; i < 20_000; i++) {
            served.serve(snapshot(new Closing()));
        }
        isOver.set(true);
        for (Thread thread : deciding) {
            thread.join();
        }

        assertThat(failed).hasValue(0);
        assertThat(decided).hasPositiveValue();
    }

    private static void decide(ServedPolicy served, AtomicInteger failed) {
        Snapshot snapshot = served.acquire();
        if (snapshot == null) {
            failed.incrementAndGet();
            return;
        }
        try {
            snapshot.policy().decide(TASK);
        } catch (IllegalStateException _) {
            failed.incrementAndGet();
        } finally {
            snapshot.release();
        }
    }

    private static Snapshot snapshot(CompiledPolicy policy) {
        return new Snapshot(policy, Catalog.of(List.of(), "sha256:1"), Instant.EPOCH, List.of(), false);
    }

    private static Task task() {
        var schema = TaskSchema.of(StandardFeatures.all(), new BitSet());
        return ((TaskReading.Accepted) new TaskBuilder(schema).build()).task();
    }

    private static final class Closing implements CompiledPolicy {
        private final AtomicBoolean closed = new AtomicBoolean();

        @Override
        public PolicyInfo info() {
            return new PolicyInfo(
                    "demo",
                    "x",
                    "x",
                    "x",
                    CatalogStamp.of(Catalog.of(List.of(), "sha256:1")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        @Override
        public TaskSchema schema() {
            return TASK.schema();
        }

        @Override
        public Outcome decide(Task task) {
            if (closed.get()) {
                throw new IllegalStateException("closed");
            }
            return new Fault(null, "");
        }

        @Override
        public Explanation explain(Task task) {
            return new Explanation(decide(task), List.of(), List.of(), List.of());
        }

        @Override
        public void close() {
            assertThat(closed.compareAndSet(false, true)).as("closed twice").isTrue();
        }
    }
}
