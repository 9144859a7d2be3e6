package dev.mete.engine.drools.network;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The sessions of one policy, at most so many. A session is used by one thread at a time and never again once it has thrown; where all are in use, who
 * waits longest gets the next one. Each has a network of its own: a network of Drools 10.2.0 that several sessions run for the first time at once lets a
 * rule fire for nothing, or not at all. Thread-safe.
 */
final class Sessions {
    /** Fires as often as there are matches. */
    static final int ALL = -1;

    /** A decision waits for nothing, so more sessions than processors only hold memory; twice as many keep all busy while a thread is interrupted. */
    static final int MOST = 2 * Runtime.getRuntime().availableProcessors();

    private final Network network;
    private final KieSessionConfiguration configuration;
    private final Semaphore free;
    private final Deque<KieSession> idle = new ConcurrentLinkedDeque<>();

    /**
     * Sessions for a network, of which the first is made at once: what Drools cannot build fails here, not in a decision.
     *
     * @param most how many there are at the same time
     */
    Sessions(Network network, int most) {
        this.network = network;
        this.free = new Semaphore(most, true);
        this.configuration = KieServices.get().newKieSessionConfiguration();
        // Without it, a rule's consequence takes its facts from one array that all sessions of the network share, and
        // decides another thread's task.
        configuration.setOption(ThreadSafeOption.YES);
        idle.add(make());
    }

    /** Takes a session, to be given back or discarded. */
    KieSession take() {
        free.acquireUninterruptibly();
        KieSession session = idle.pollFirst();
        if (session != null) {
            return session;
        }
        boolean made = false;
        try {
            session = make();
            made = true;
            return session;
        } finally {
            if (!made) {
                free.release();
            }
        }
    }

    private synchronized KieSession make() {
        return network.base().newKieSession(configuration, null);
    }

    /** Gives a session back; it is the first to be taken again, since the processor's caches know it. */
    void giveBack(KieSession session) {
        idle.addFirst(session);
        free.release();
    }

    /** Gives up a session that threw. */
    void discard(KieSession session) {
        free.release();
        session.dispose();
    }

    /** Puts a question to a session. What it leaves behind is taken back, so that the next question meets an empty session. */
    static void ask(KieSession session, Question question, int firings) {
        FactHandle handle = session.insert(question);
        int fired = session.fireAllRules(firings);
        if (fired != question.held().cardinality()) {
            throw new IllegalStateException("a rule fired for another question");
        }
        session.delete(handle);
    }

    /** Disposes of the idle sessions. To be called when no session is taken and none will be. */
    void close() {
        for (KieSession session = idle.poll(); session != null; session = idle.poll()) {
            session.dispose();
        }
    }
}
