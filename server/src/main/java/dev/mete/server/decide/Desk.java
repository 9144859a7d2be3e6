package dev.mete.server.decide;

import com.github.f4b6a3.ulid.UlidFactory;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.json.plain.AsciiBytes;

/** Where one task after the other is decided, and answers are put behind each other. Not thread-safe. */
public final class Desk {
    /** Threads of a pool keep theirs; a virtual thread comes and goes with its request. */
    private static final ThreadLocal<Desk> KEPT = ThreadLocal.withInitial(Desk::new);

    /** For desks that are soon gone: to make a source of ids takes longer than to decide. */
    private static final UlidFactory SHARED = UlidFactory.newMonotonicInstance();

    private final Verdict verdict = new Verdict();
    private final AsciiBytes bytes = new AsciiBytes();

    /** Ids by one source wait for each other, so that a desk that stays has its own. */
    private final UlidFactory ids;

    /** A desk that stays. */
    Desk() {
        this(UlidFactory.newMonotonicInstance());
    }

    private Desk(UlidFactory ids) {
        this.ids = ids;
    }

    /** The desk of this thread, empty. */
    static Desk empty() {
        if (Thread.currentThread().isVirtual()) {
            return new Desk(SHARED);
        }
        Desk desk = KEPT.get();
        desk.bytes.cut(0);
        return desk;
    }

    /** An id for a decision: unique, and sorts by time. */
    String id() {
        return ids.create().toString();
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
