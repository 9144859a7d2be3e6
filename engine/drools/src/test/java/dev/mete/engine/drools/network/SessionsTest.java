package dev.mete.engine.drools.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.drools.TestPolicies;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;

class SessionsTest {
    private final Sessions sessions =
            new Sessions(Network.of(TestPolicies.read(TestPolicies.resource("support-desk.drl"))), 2);

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void asManyThreadsAsThereAreShareTwoSessions() throws Exception {
        Callable<KieSession> holds = () -> {
            KieSession session = sessions.take();
            Thread.sleep(1);
            sessions.giveBack(session);
            return session;
        };
        var met = new HashSet<KieSession>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Collections.nCopies(250, holds))) {
                met.add(done.get());
            }
        }
        assertThat(met).hasSize(2);
    }

    @Test
    void whoWaitsLongestGetsTheNextSession() throws Exception {
        KieSession first = sessions.take();
        KieSession second = sessions.take();
        var early = waiting();
        var late = waiting();
        sessions.giveBack(second);
        assertThat(early.get()).isSameAs(second);
        sessions.giveBack(first);
        assertThat(late.get()).isSameAs(first);
    }

    @Test
    void aSessionThatIsDiscardedLeavesItsPlaceToANewOne() throws Exception {
        KieSession first = sessions.take();
        KieSession second = sessions.take();
        var third = waiting();
        sessions.discard(first);
        assertThat(third.get()).isNotSameAs(first).isNotSameAs(second);
    }

    /** Somebody who waits for a session. */
    private FutureTask<KieSession> waiting() {
        var task = new FutureTask<>(sessions::take);
        Thread thread = Thread.ofPlatform().daemon().start(task);
        while (thread.getState() != Thread.State.WAITING && !task.isDone()) {
            Thread.onSpinWait();
        }
        return task;
    }
}
