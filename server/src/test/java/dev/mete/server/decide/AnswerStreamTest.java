package dev.mete.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.json.plain.AsciiBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class AnswerStreamTest {
    /** However lines come and whoever answers them: each is answered once, in order. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void everyLineIsAnsweredOnceInOrder(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var expected = new ArrayList<String>();
        var sent = new StringBuilder();
        int lines = random.nextInt(3_000);
        for (int i = 0; i < lines; i++) {
            if (random.nextInt(20) == 0) {
                sent.append(" \r");
            } else {
                String line = "\"" + i + "x".repeat(random.nextInt(60)) + "\"";
                expected.add(line);
                sent.append(line);
            }
            sent.append(i < lines - 1 || random.nextBoolean() ? "\n" : "");
        }
        var out = new ByteArrayOutputStream();
        new AnswerStream(AnswerStreamTest::echo)
                .answer(
                        slow(sent.toString(), random),
                        out,
                        AnswerStream::line,
                        (body, desk) -> body.forEachLine(line -> desk.add(echo(line))),
                        () -> random.nextInt(10) > 0);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactlyElementsOf(expected);
    }

    @Test
    void aLineThatIsTooLongIsAnsweredInItsPlace() throws IOException {
        String sent =
                "\"1\"\n".repeat(10_000) + "\"" + "x".repeat(Limits.SINGLE + 1) + "\"\n" + "\"2\"\n".repeat(10_000);
        var out = new ByteArrayOutputStream();
        new AnswerStream(AnswerStreamTest::echo)
                .answer(
                        new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)),
                        out,
                        AnswerStream::line,
                        (body, desk) -> body.forEachLine(line -> desk.add(echo(line))),
                        () -> true);
        List<String> answers = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(answers).hasSize(20_001);
        assertThat(answers.get(10_000)).contains("MiB");
        assertThat(answers.get(9_999)).isEqualTo("\"1\"");
        assertThat(answers.get(10_001)).isEqualTo("\"2\"");
    }

    /** A server gives what has come in pieces of a few kilobytes. */
    @Test
    void linesThatHaveComeInPiecesAreAnsweredInBlocks() throws IOException {
        byte[] sent = "\"1\"\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        var inBlocks = new AtomicInteger();
        new AnswerStream(AnswerStreamTest::echo)
                .answer(
                        new ByteArrayInputStream(sent) {
                            @Override
                            public synchronized int read(byte[] bytes, int offset, int length) {
                                return super.read(bytes, offset, Math.min(length, 4 << 10));
                            }
                        },
                        OutputStream.nullOutputStream(),
                        AnswerStream::line,
                        (body, _) -> inBlocks.addAndGet(body.length()),
                        () -> true);
        assertThat(inBlocks.get()).isGreaterThan(sent.length / 2);
    }

    /** Blocks that are answered are bounded by those that are taken: a caller who does not read holds up the reading. */
    @Test
    void noMoreIsReadThanIsTaken() throws IOException {
        var answered = new AtomicInteger();
        var taken = new AtomicInteger();
        var most = new AtomicInteger();
        byte[] sent = "\"1\"\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        new AnswerStream(AnswerStreamTest::echo)
                .answer(
                        new ByteArrayInputStream(sent),
                        new ByteArrayOutputStream() {
                            @Override
                            public synchronized void write(byte[] bytes, int offset, int length) {
                                taken.addAndGet(length);
                                most.accumulateAndGet(answered.get() - taken.get(), Math::max);
                            }
                        },
                        AnswerStream::line,
                        (body, desk) -> {
                            body.forEachLine(line -> desk.add(echo(line)));
                            answered.addAndGet(body.length());
                        },
                        () -> true);
        assertThat(taken.get()).isEqualTo(sent.length);
        assertThat(most.get()).isLessThan((Runtime.getRuntime().availableProcessors() + 2) * (64 << 10));
    }

    private static Answer echo(Body line) {
        var bytes = new AsciiBytes();
        String text = new String(line.bytes(), line.offset(), line.length(), StandardCharsets.UTF_8);
        bytes.add(text);
        return new Answer.Decided(bytes.copy());
    }

    private static InputStream slow(String text, Random random) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(100_000)));
            }

            @Override
            public synchronized int available() {
                return random.nextInt(4) == 0 ? 0 : super.available();
            }
        };
    }
}
