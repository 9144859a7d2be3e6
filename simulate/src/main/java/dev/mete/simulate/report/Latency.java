package dev.mete.simulate.report;

/** The latency of whole answers in milliseconds, to three digits, over all seeds together. Immutable. */
public record Latency(long p50, long p95, long p99, long most) {}
