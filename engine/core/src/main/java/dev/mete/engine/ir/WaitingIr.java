package dev.mete.engine.ir;

import dev.mete.engine.diagnostic.Span;

/** A price of waiting: the first line whose condition holds counts, nothing where none does. */
public record WaitingIr(long nanosPerSecond, Condition when, Span span) {}
