package dev.mete.server.decide;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Answers a stream of lines, each a request, with a stream of lines in the same order, in memory that does not grow with the number of lines. A line
 * that cannot be answered is answered by a problem in its place. Empty lines are passed over. Thread-safe.
 */
public final class AnswerStream {
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

    /**
     * Answers lines until they end. Answers are sent off whenever nothing further is waiting to be read.
     *
     * @throws IOException where the lines cannot be read, or the answers cannot be written
     */
    public void answer(InputStream in, OutputStream out) throws IOException {
        answer(in, out, AnswerStream::line);
    }

    /** Answers lines until they end, in a form of the caller's. */
    public void answer(InputStream in, OutputStream out, Function<Answer, byte[]> form) throws IOException {
        var answers = new AtomicLong();
        var turn = new Turn();
        var lines = new ReadLines(in, Limits.SINGLE, () -> {
            if (answers.get() > 0) {
                out.flush();
            }
        });
        for (ReadLines.Line line = lines.next(); line != null; line = lines.next()) {
            switch (line) {
                case ReadLines.Line.Text(Body body) -> out.write(form.apply(answering.apply(body)));
                case ReadLines.Line.TooLong _ -> out.write(form.apply(TOO_LONG));
            }
            answers.incrementAndGet();
            turn.share();
        }
        if (answers.get() > 0) {
            out.flush();
        }
    }

    /** An answer as one line of JSON. */
    public static byte[] line(Answer answer) {
        byte[] json = answer.bytes(null);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
