package dev.mete.server;

import java.util.concurrent.Executors;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * The threads of a service. A request holds its thread for as long as its body takes to come and its answer takes to be read, which the caller decides.
 * So each has a virtual thread of its own: with threads of a pool, as many slow callers as it has threads would keep out everyone else.
 */
final class RequestThreads {
    /** How many references fit into a line of the processor's cache, where the heap is smaller than 32 GiB. */
    private static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";

    private static final String USUAL_REFERENCES = "16";

    private RequestThreads() {}

    static ThreadPool pool() {
        // Jetty asks Java's management for the size of a reference, to lay out its queues; all of that would have to
        // start first
        if (System.getProperty(REFERENCES) == null) {
            System.setProperty(REFERENCES, USUAL_REFERENCES);
        }
        // what is left for its own threads is to wait for connections and bytes
        var pool = new QueuedThreadPool();
        pool.setName("mete-http");
        pool.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("mete-request-", 0).factory()));
        return pool;
    }
}
