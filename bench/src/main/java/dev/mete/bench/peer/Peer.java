package dev.mete.bench.peer;

import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.HandWritten;
import java.util.List;

/**
 * Another engine that decides a generated policy. Not thread-safe.
 *
 * @param <T> a task in the form that the engine takes, prepared before anything is timed
 */
interface Peer<T> {
    /** The task in the engine's form. */
    T prepared(Fields task);

    /** Decides a prepared task into an answer that the caller owns. */
    void decide(T task, HandWritten.Answer into);

    /** Compares all answers with hand-written Java, one by one; throws {@link IllegalStateException} on the first that differs. */
    default void compare(HandWritten code, List<Fields> tasks) {
        var expected = new HandWritten.Answer();
        var actual = new HandWritten.Answer();
        for (Fields task : tasks) {
            code.decide(task, expected);
            decide(prepared(task), actual);
            if (expected.rule != actual.rule
                    || expected.bucket != actual.bucket
                    || !expected.ask.equals(actual.ask)
                    || expected.timeout != actual.timeout) {
                throw new IllegalStateException(task + ": hand-written Java takes the rule " + expected.rule
                        + ", the peer the rule " + actual.rule);
            }
        }
    }
}
