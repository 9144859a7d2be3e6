package dev.mete.server.decide;

import java.util.concurrent.Callable;

/** Some lines of a stream, answered together. Not thread-safe; handed from one thread to the next. */
public final class Block implements Callable<Block> {
    private final Lines lines;
    private final Body body;
    private final Desk desk;

    /**
     * Lines to be answered.
     *
     * @param body whole lines
     * @param desk takes their answers
     */
    Block(Lines lines, Body body, Desk desk) {
        this.lines = lines;
        this.body = body;
        this.desk = desk;
    }

    /** Answers the lines of a stream. Thread-safe. */
    public interface Lines {
        /** Answers lines, of which some may be blank, each by a line. */
        void answer(Body lines, Desk desk);
    }

    @Override
    public Block call() {
        lines.answer(body, desk);
        return this;
    }

    /** Where the answers stand. */
    Desk desk() {
        return desk;
    }
}
