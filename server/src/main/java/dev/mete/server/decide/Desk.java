package dev.mete.server.decide;

import dev.mete.engine.decision.Verdict;
import dev.mete.engine.json.plain.AsciiBytes;

/** Where one task after the other is decided, and answers are put behind each other. Not thread-safe. */
public final class Desk {
    /** Threads of a pool keep theirs; a virtual thread comes and goes with its request. */
    private static final ThreadLocal<Desk> KEPT = ThreadLocal.withInitial(Desk::new);

    private final Verdict verdict = new Verdict();
    private final AsciiBytes bytes = new AsciiBytes();

    /** The desk of this thread, empty. */
    static Desk empty() {
        if (Thread.currentThread().isVirtual()) {
            return new Desk();
        }
        Desk desk = KEPT.get();
        desk.bytes.cut(0);
        return desk;
    }

    Verdict verdict() {
        return verdict;
    }

    /** Adds an answer as a line. */
    public void add(Answer answer) {
        bytes.add(AnswerStream.line(answer));
    }

    AsciiBytes bytes() {
        return bytes;
    }
}
