package dev.mete.engine.ir;

/** What several plans are compared by. */
public enum Goal {
    /** The least expected loss: price, cost of waiting, and cost of an error times its probability. */
    BEST("best of"),
    /** The lowest expected price. */
    CHEAPEST("cheapest of"),
    /** The lowest 95th percentile of the latency. */
    FASTEST("fastest of");

    private final String words;

    Goal(String words) {
        this.words = words;
    }

    /** The goal as policies write it. */
    public String words() {
        return words;
    }
}
