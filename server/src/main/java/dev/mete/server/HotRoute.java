package dev.mete.server;

import dev.mete.server.decide.Answer;
import dev.mete.server.decide.AnswerTask;
import dev.mete.server.decide.Body;
import dev.mete.server.reload.ServedPolicy;
import dev.mete.server.reload.Snapshot;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides plain requests for one decision on the thread that reads their connection, and hands every other request to a virtual thread of its own. What it
 * answers is what the handlers behind it would answer. Thread-safe.
 */
final class HotRoute extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(HotRoute.class);

    private final Drain drain;
    private final PlainRequest plain;
    private final FindPolicy find;
    private final AnswerTask answering;

    HotRoute(Drain drain, PlainRequest plain, FindPolicy find, AnswerTask answering) {
        this.drain = drain;
        this.plain = plain;
        this.find = find;
        this.answering = answering;
    }

    /** Nothing here waits, so Jetty need not change the thread for it. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ServedPolicy policy = quick(request);
        drain.begins(response);
        if (policy == null) {
            handOver(request, response, callback);
        } else {
            new HotExchange(this, policy, request, response, callback).run();
        }
        return true;
    }

    /** The policy that can decide a request here; null where there is none, or the request is not a plain one. */
    private @Nullable ServedPolicy quick(Request request) {
        DecideAddress address = DecideAddress.of(request.getHttpURI());
        if (address == null || !plain.isPlain(request)) {
            return null;
        }
        ServedPolicy policy = find.orNull(address.policy());
        return policy != null && policy.current().filter(HotRoute::isQuick).isPresent() ? policy : null;
    }

    private static boolean isQuick(Snapshot snapshot) {
        return snapshot.policy().isQuick();
    }

    /** The answer by the revision of now; null where the handlers behind have to find it. */
    @Nullable
    Answer answer(ServedPolicy policy, Body body) {
        Snapshot snapshot = policy.acquire();
        if (snapshot == null) {
            return null;
        }
        try {
            return isQuick(snapshot) ? answering.answer(snapshot.policy(), body, false) : null;
        } catch (RuntimeException | Error e) {
            // the handlers behind say what there is to say of it
            LOG.debug("a decision failed and is tried once more", e);
            return null;
        } finally {
            snapshot.release();
        }
    }

    /** A request has been answered here, or can get no answer. */
    void ends() {
        drain.ends();
    }

    /** Has a request handled by what is behind, which may wait and which counts it itself. */
    void handOver(Request request, Response response, Callback callback) {
        request.getComponents().getExecutor().execute(() -> behind(request, response, callback));
    }

    private void behind(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable e) {
            // as Jetty does for handlers that it calls itself
            callback.failed(e);
        } finally {
            drain.ends();
        }
    }
}
