package dev.mete.bench.workload;

import dev.mete.engine.decision.Bucket;

/** A generated policy as Java code. Thread-safe. */
public interface HandWritten {
    /** Decides a task into an answer that the caller owns, so that deciding allocates nothing. */
    void decide(Fields task, Answer into);

    /** What hand-written code decides: bucket, rule, and the plan that the rule asks for with its timeout lowered. */
    final class Answer {
        /** The task's bucket. */
        public Bucket bucket = Bucket.MAYBE;

        /** The position of the deciding rule; the number of rules where none held. */
        public int rule;

        /** The plan of the rule. */
        public Ask ask = Ask.ALL.getFirst();

        /** How long to wait, in milliseconds. */
        public int timeout;
    }
}
