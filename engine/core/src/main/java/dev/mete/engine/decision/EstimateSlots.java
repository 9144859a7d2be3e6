package dev.mete.engine.decision;

/** An {@link Estimate} in fields that the next one is written over; {@link #UNKNOWN} stands for what the catalog lacks a figure for. Not thread-safe. */
public final class EstimateSlots {
    /** No figure: none of them is ever below zero. */
    public static final long UNKNOWN = -1;

    private long thinking;
    private long visible;
    private long costMean;
    private long costWorst;
    private long latencyMean;
    private long latencyMedian;
    private long latencySlow;
    private long cutOff;
    private long errors;
    private long gpuMicros;

    /** Forgets the estimate before. */
    public void clear() {
        tokens(UNKNOWN, UNKNOWN);
        cost(UNKNOWN, UNKNOWN);
        latency(UNKNOWN, UNKNOWN, UNKNOWN);
        cutOff = UNKNOWN;
        errors = UNKNOWN;
        gpuMicros = UNKNOWN;
    }

    /** Puts the expected output: hidden thinking, and the visible answer. */
    public void tokens(long hidden, long answer) {
        thinking = hidden;
        visible = answer;
    }

    /** Puts the price in pico-dollars: expected, and where the output fills the cap. */
    public void cost(long mean, long worst) {
        costMean = mean;
        costWorst = worst;
    }

    /** Puts the latency in microseconds: mean, median and 95th percentile. */
    public void latency(long mean, long median, long slow) {
        latencyMean = mean;
        latencyMedian = median;
        latencySlow = slow;
    }

    /** Puts how probable it is that the cap cuts the answer off, in millionths. */
    public void cutOff(long millionths) {
        cutOff = millionths;
    }

    /** Puts how probable a wrong answer is, in millionths. */
    public void errors(long millionths) {
        errors = millionths;
    }

    /** Puts for how long a call occupies GPUs of one's own, in GPU microseconds. */
    public void gpuMicros(long micros) {
        gpuMicros = micros;
    }

    /** Expected hidden thinking, in tokens. */
    public long thinking() {
        return thinking;
    }

    /** Expected visible answer, in tokens. */
    public long visible() {
        return visible;
    }

    /** Expected price, in pico-dollars. */
    public long costMean() {
        return costMean;
    }

    /** Price where the output fills the cap, in pico-dollars. */
    public long costWorst() {
        return costWorst;
    }

    /** Mean latency, in microseconds. */
    public long latencyMean() {
        return latencyMean;
    }

    /** Median latency, in microseconds. */
    public long latencyMedian() {
        return latencyMedian;
    }

    /** 95th percentile of the latency, in microseconds. */
    public long latencySlow() {
        return latencySlow;
    }

    /** How probable it is that the cap cuts the answer off, in millionths. */
    public long cutOff() {
        return cutOff;
    }

    /** How probable a wrong answer is, in millionths. */
    public long errors() {
        return errors;
    }

    /** For how long a call occupies GPUs of one's own, in GPU microseconds. */
    public long gpuMicros() {
        return gpuMicros;
    }

    /** The estimate itself. */
    public Estimate estimate() {
        return new Estimate(
                thinking == UNKNOWN ? null : new Estimate.Tokens(thinking, visible),
                costWorst == UNKNOWN
                        ? null
                        : new Estimate.Cost(costMean == UNKNOWN ? null : (Long) costMean, costWorst),
                latencyMean == UNKNOWN ? null : new Estimate.Latency(latencyMean, latencyMedian, latencySlow),
                cutOff == UNKNOWN ? null : (Integer) (int) cutOff,
                errors == UNKNOWN ? null : (Integer) (int) errors,
                gpuMicros == UNKNOWN ? null : (Long) gpuMicros);
    }
}
