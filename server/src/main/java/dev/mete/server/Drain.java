package dev.mete.server;

import io.javalin.Javalin;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the service without losing a request. First readiness is denied and every answer closes its connection, while all goes on; then nothing new is
 * let in; then what is under way ends.
 */
final class Drain {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    /** How long requests under way may take; Kubernetes kills after 30 seconds. */
    private static final Duration MOST = Duration.ofSeconds(25);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Duration notice;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean isDraining;

    /**
     * The end of a service.
     *
     * @param notice how long callers and load balancers have to notice
     */
    Drain(Duration notice) {
        this.notice = notice;
    }

    /** Whether the service is about to end. */
    boolean isDraining() {
        return isDraining;
    }

    void attach(Server server) {
        server.insertHandler(new Counting());
    }

    /** A request begins whose end is told too; while draining, asks its caller to come back over a new connection. */
    void begins(Response response) {
        underWay.incrementAndGet();
        if (isDraining) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        }
    }

    /** A request that began has ended, or is counted otherwise. */
    void ends() {
        underWay.decrementAndGet();
    }

    void stop(Javalin javalin) {
        if (isDraining) {
            return;
        }
        isDraining = true;
        long start = System.nanoTime();
        try {
            Thread.sleep(underWay.get() == 0 && !hasConnections(javalin) ? Duration.ZERO : notice);
            closePorts(javalin);
            while (underWay.get() > 0 && System.nanoTime() - start < MOST.toNanos()) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (underWay.get() > 0) {
            LOG.warn("{} requests were still under way after {} seconds", underWay.get(), MOST.toSeconds());
        }
        javalin.stop();
    }

    private static boolean hasConnections(Javalin javalin) {
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (!connector.getConnectedEndPoints().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static void closePorts(Javalin javalin) {
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof NetworkConnector network) {
                network.close();
            }
        }
    }

    /** Counts what is under way behind it. */
    private final class Counting extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            begins(response);
            Request.addCompletionListener(request, _ -> ends());
            return super.handle(request, response, callback);
        }
    }
}
