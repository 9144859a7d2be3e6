package dev.mete.server;

import dev.mete.server.decide.Answer;
import dev.mete.server.decide.Body;
import dev.mete.server.reload.ServedPolicy;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * One plain request for a decision and its answer. Reads as its bytes come and never waits for them. Whatever is out of the ordinary goes to the handlers
 * behind, with what has been read. Not thread-safe; Jetty calls it by one thread at a time.
 */
final class HotExchange implements Invocable.Task, Callback {
    /** A larger body, full of mistakes, would keep other connections waiting for milliseconds. */
    static final int LARGEST_BODY = 4 << 10;

    /** What the handlers behind send in one piece, with its length. */
    private static final int LARGEST_ANSWER = 32 << 10;

    /** Where a body says no length. */
    private static final int USUAL_BODY = 512;

    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, Route.JSON);

    private final HotRoute route;
    private final ServedPolicy policy;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private byte[] body;
    private int length;

    HotExchange(HotRoute route, ServedPolicy policy, Request request, Response response, Callback callback) {
        this.route = route;
        this.policy = policy;
        this.request = request;
        this.response = response;
        this.callback = callback;
        long said = request.getLength();
        this.body = new byte[said < 0 ? USUAL_BODY : (int) Math.min(said, LARGEST_BODY)];
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Goes on with what has come. */
    @Override
    public void run() {
        try {
            read();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void read() {
        Content.Chunk chunk = request.read();
        while (chunk != null && !Content.Chunk.isFailure(chunk)) {
            add(chunk.getByteBuffer());
            boolean isLast = chunk.isLast();
            chunk.release();
            if (isLast) {
                decide();
                return;
            }
            if (length > LARGEST_BODY) {
                handOver(false, null);
                return;
            }
            chunk = request.read();
        }
        if (chunk == null) {
            request.demand(this);
        } else {
            handOver(false, chunk);
        }
    }

    private void add(ByteBuffer bytes) {
        int more = bytes.remaining();
        if (length + more > body.length) {
            body = Arrays.copyOf(body, Math.max(2 * body.length, length + more));
        }
        bytes.get(body, length, more);
        length += more;
    }

    private void decide() {
        switch (route.answer(policy, new Body(body, 0, length))) {
            case Answer.Decided(byte[] json) when json.length <= LARGEST_ANSWER -> write(json);
            case Answer answer -> {
                request.setAttribute(Decisions.ANSWER, answer);
                handOver(true, null);
            }
            case null -> handOver(true, null);
        }
    }

    private void write(byte[] json) {
        response.setStatus(200);
        response.getHeaders().put(JSON);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
        response.write(true, ByteBuffer.wrap(json), this);
    }

    /** The answer has been sent. */
    @Override
    public void succeeded() {
        callback.succeeded();
        route.ends();
    }

    /** The answer could not be sent, most likely since its caller is gone. */
    @Override
    public void failed(Throwable cause) {
        callback.failed(cause);
        route.ends();
    }

    private void handOver(boolean isWhole, Content.@Nullable Chunk failure) {
        var again = new ReadAgain(request, ByteBuffer.wrap(body, 0, length), isWhole, failure);
        route.handOver(again, response, callback);
    }
}
