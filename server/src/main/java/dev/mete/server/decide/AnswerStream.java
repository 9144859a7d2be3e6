package dev.mete.server.decide;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers a stream of lines, each a request, with a stream of lines in the same order, in memory that does not grow with the number of lines. A line
 * that cannot be answered is answered by a problem in its place. Empty lines are passed over. Thread-safe.
 */
public final class AnswerStream {
    /** Fewer bytes are answered sooner by the thread that read them. */
    private static final int LEAST_BLOCK = 8 << 10;

    private static final Answer TOO_LONG = new Answer.Failed(Limits.tooLarge("the line", Limits.SINGLE));

    private final Function<Body, Answer> answering;

    /**
     * A stream of answers.
     *
     * @param answering answers one line
     */
    public AnswerStream(Function<Body, Answer> answering) {
        this.answering = answering;
    }

    /** Answers lines until they end, one after the other, in a form of the caller's. */
    public void answer(InputStream in, OutputStream out, Function<Answer, byte[]> form) throws IOException {
        answer(in, out, form, (_, _) -> {}, () -> false);
    }

    /**
     * Answers lines until they end. Answers are sent off whenever nothing further is waiting to be read.
     *
     * @param form the answer of a line
     * @param blocks answers many lines at once, beside others
     * @param mayBlock whether that way may be taken from now on
     * @throws IOException where the lines cannot be read, or the answers cannot be written
     */
    public void answer(
            InputStream in,
            OutputStream out,
            Function<Answer, byte[]> form,
            Block.Lines blocks,
            BooleanSupplier mayBlock)
            throws IOException {
        var ahead = new AnswerAhead(out);
        var answers = new AtomicLong();
        var turn = new Turn();
        var lines = new ReadLines(in, Limits.SINGLE, () -> {
            ahead.finish();
            if (answers.get() > 0) {
                out.flush();
            }
        });
        while (lines.await()) {
            Body block = mayBlock.getAsBoolean() ? lines.block(LEAST_BLOCK) : null;
            if (block != null) {
                ahead.answer(blocks, block);
                answers.incrementAndGet();
            } else {
                ahead.finish();
                answers.addAndGet(one(lines.next(), out, form));
            }
            turn.share();
        }
        ahead.finish();
        if (answers.get() > 0) {
            out.flush();
        }
    }

    /** Answers a line, where there is one; says how many there were. */
    private int one(ReadLines.@Nullable Line line, OutputStream out, Function<Answer, byte[]> form) throws IOException {
        switch (line) {
            case ReadLines.Line.Text(Body body) -> out.write(form.apply(answering.apply(body)));
            case ReadLines.Line.TooLong _ -> out.write(form.apply(TOO_LONG));
            case null -> {
                return 0;
            }
        }
        return 1;
    }

    /** An answer as one line of JSON. */
    public static byte[] line(Answer answer) {
        byte[] json = answer.bytes(null);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
