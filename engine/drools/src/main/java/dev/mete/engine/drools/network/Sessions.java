package dev.mete.engine.drools.network;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The idle sessions of one policy. A session is used by one thread at a time and never again once it has thrown. Each has a network of its own: a
 * network of Drools 10.2.0 that several sessions run for the first time at once lets a rule fire for nothing, or not at all. Thread-safe; only the
 * making of a session takes a lock, and there are at most as many as there were decisions at the same time.
 */
final class Sessions {
    /** Fires as often as there are matches. */
    static final int ALL = -1;

    private final Network network;
    private final KieSessionConfiguration configuration;
    private final Queue<KieSession> idle = new ConcurrentLinkedQueue<>();

    Sessions(Network network) {
        this.network = network;
        this.configuration = KieServices.get().newKieSessionConfiguration();
        // Without it, a rule's consequence takes its facts from one array that all sessions of the network share, and
        // decides another thread's task.
        configuration.setOption(ThreadSafeOption.YES);
    }

    KieSession take() {
        KieSession session = idle.poll();
        return session != null ? session : make();
    }

    private synchronized KieSession make() {
        return network.base().newKieSession(configuration, null);
    }

    void giveBack(KieSession session) {
        idle.add(session);
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
