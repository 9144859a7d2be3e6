package dev.mete.engine.drools.fact;

/** Whether reasoning pays for a task. */
public enum Bucket {
    /** A wrong answer costs more than the wait and the tokens. */
    USE,
    /** It depends. */
    MAYBE,
    /** Thinking gains nothing. */
    AVOID
}
