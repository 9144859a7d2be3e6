package dev.mete.server.decide;

import dev.mete.server.problem.Problem;
import dev.mete.server.problem.Problem.Item;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a stream on their way out. Problems before the first decision are held back as long as nobody waits for them, so that a stream which
 * ends without a decision is a problem as a whole, as a batch is. Not thread-safe.
 */
public final class StreamReply extends OutputStream {
    private static final int MOST_HELD = 64 << 10;

    private final Opening opening;
    private final BooleanSupplier isWhole;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final BatchAnswers answers = new BatchAnswers();
    private @Nullable OutputStream out;

    /** Begins the reply, which is a success from then on. */
    public interface Opening {
        /** Where the answers go. */
        OutputStream open() throws IOException;
    }

    /**
     * A reply that has not begun.
     *
     * @param isWhole whether all of the stream has come, or is on its way whatever the caller hears meanwhile
     */
    public StreamReply(Opening opening, BooleanSupplier isWhole) {
        this.opening = opening;
        this.isWhole = isWhole;
    }

    /** Whether something has been sent. */
    public boolean hasBegun() {
        return out != null;
    }

    /** An answer as a line. The first decision begins the reply. */
    public byte[] line(Answer answer) {
        if (out == null) {
            answers.add(indexed(answer, answers.count()));
        }
        return AnswerStream.line(answer);
    }

    /** Why a stream that has ended has no decision; empty where the reply has begun. */
    public Optional<Answer> withoutDecision() {
        if (out != null) {
            return Optional.empty();
        }
        return Optional.of(answers.count() == 0 ? new Answer.Failed(Malformed.empty()) : answers.all());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (out != null) {
            out.write(bytes, offset, length);
            return;
        }
        held.write(bytes, offset, length);
        if (answers.hasDecision() || held.size() > MOST_HELD) {
            send();
        }
    }

    @Override
    public void flush() throws IOException {
        if (out == null && !isWhole.getAsBoolean()) {
            send();
        }
        if (out != null) {
            out.flush();
        }
    }

    private void send() throws IOException {
        if (out == null) {
            out = opening.open();
        }
        held.writeTo(out);
        held.reset();
    }

    /** A problem whose places start with the number of its task, as they do in an array. */
    private static Answer indexed(Answer answer, int task) {
        return switch (answer) {
            case Answer.Decided decided -> decided;
            case Answer.Failed(Problem problem) -> {
                List<Item> items = problem.problems().stream()
                        .map(item -> new Item(
                                "/" + task + (item.pointer() == null ? "" : item.pointer()),
                                item.code(),
                                item.message(),
                                item.help(),
                                item.place()))
                        .toList();
                yield new Answer.Failed(new Problem(problem.kind(), problem.status(), problem.detail(), items));
            }
        };
    }
}
