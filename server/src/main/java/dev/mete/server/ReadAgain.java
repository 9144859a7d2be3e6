package dev.mete.server;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose body has been read in part or whole, and can be read once more from its beginning. Not thread-safe. */
final class ReadAgain extends Request.Wrapper {
    private final Deque<Content.Chunk> read = new ArrayDeque<>();

    /**
     * A request with what has been read of it.
     *
     * @param isWhole whether there is nothing more to read
     * @param failure what was met after the bytes; null where reading did not fail
     */
    ReadAgain(Request request, ByteBuffer bytes, boolean isWhole, Content.@Nullable Chunk failure) {
        super(request);
        if (bytes.hasRemaining() || isWhole) {
            read.add(Content.Chunk.from(bytes, isWhole));
        }
        if (failure != null) {
            read.add(failure);
        }
    }

    @Override
    public Content.@Nullable Chunk read() {
        Content.Chunk next = read.poll();
        return next == null ? super.read() : next;
    }

    @Override
    public void demand(Runnable whenThereIsMore) {
        if (read.isEmpty()) {
            super.demand(whenThereIsMore);
        } else {
            getComponents().getExecutor().execute(whenThereIsMore);
        }
    }
}
