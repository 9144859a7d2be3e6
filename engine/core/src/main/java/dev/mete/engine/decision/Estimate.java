package dev.mete.engine.decision;

import org.jspecify.annotations.Nullable;

/**
 * What a plan is expected to come to for a task. A part for which the catalog lacks a figure is null. Immutable.
 *
 * @param cutOff how probable it is that the cap cuts the answer off, in millionths
 * @param errors how probable a wrong answer is, in millionths
 * @param gpuMicros for how long a call occupies GPUs of one's own, in GPU microseconds
 */
public record Estimate(
        @Nullable Tokens tokens,
        @Nullable Cost cost,
        @Nullable Latency latency,
        @Nullable Integer cutOff,
        @Nullable Integer errors,
        @Nullable Long gpuMicros) {
    /** Nothing is known. */
    public static final Estimate UNKNOWN = new Estimate(null, null, null, null, null, null);

    /** Expected output: hidden thinking, and the visible answer. */
    public record Tokens(long thinking, long visible) {}

    /**
     * Price of the call in pico-dollars (10<sup>-12</sup> of a dollar).
     *
     * @param mean expected; null where the catalog does not say how long the model thinks
     * @param worst where the output fills the cap
     */
    public record Cost(@Nullable Long mean, long worst) {}

    /** Time until the whole answer is there, in microseconds: mean, median and 95th percentile. */
    public record Latency(long mean, long p50, long p95) {}
}
