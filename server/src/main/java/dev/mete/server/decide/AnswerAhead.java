package dev.mete.server.decide;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Answers blocks of lines beside each other and writes them in order. So many at most are under way, that whoever reads waits for whoever is slow to take
 * the answers. Not thread-safe.
 */
final class AnswerAhead {
    /** Blocks take no more processors than there are, however many streams there are. */
    private static final ExecutorService WORKERS = Executors.newVirtualThreadPerTaskExecutor();

    /** As many as there are processors, and one that is being written. */
    private static final int MOST = Runtime.getRuntime().availableProcessors() + 1;

    private final OutputStream out;
    private final Deque<Future<Block>> underWay = new ArrayDeque<>();
    private final Deque<Desk> free = new ArrayDeque<>();

    AnswerAhead(OutputStream out) {
        this.out = out;
    }

    /** Has lines answered; waits for earlier ones where too many are under way. */
    void answer(Block.Lines lines, Body body) throws IOException {
        if (underWay.size() == MOST) {
            writeFirst();
        }
        var kept = Body.of(Arrays.copyOfRange(body.bytes(), body.offset(), body.offset() + body.length()));
        Desk desk = free.isEmpty() ? new Desk() : free.pop();
        underWay.add(WORKERS.submit(new Block(lines, kept, desk)));
    }

    /** Waits for all that are under way. */
    void finish() throws IOException {
        while (!underWay.isEmpty()) {
            writeFirst();
        }
    }

    private void writeFirst() throws IOException {
        try {
            Desk desk = underWay.remove().get().desk();
            desk.bytes().writeTo(out);
            desk.bytes().cut(0);
            free.push(desk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while answering", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("answering a line failed", e.getCause());
        }
    }
}
