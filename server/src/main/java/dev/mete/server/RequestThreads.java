package dev.mete.server;

import java.util.concurrent.Executors;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * The threads of a service. A request holds its thread for as long as its body takes to come and its answer takes to be read, which the caller decides.
 * So each has a virtual thread of its own: with threads of a pool, as many slow callers as it has threads would keep out everyone else.
 */
final class RequestThreads {
    private RequestThreads() {}

    static ThreadPool pool() {
        // what is left for its own threads is to wait for connections and bytes
        var pool = new QueuedThreadPool();
        pool.setName("mete-http");
        pool.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("mete-request-", 0).factory()));
        return pool;
    }
}
