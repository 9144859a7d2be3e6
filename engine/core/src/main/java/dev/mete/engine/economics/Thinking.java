package dev.mete.engine.economics;

import dev.mete.engine.catalog.ThinkingLengths;

/**
 * How long a plan thinks: a model's lengths, held to a budget where its API takes one.
 *
 * @param budget in tokens; {@link #UNBOUNDED} where nothing but the cap holds the thinking
 */
record Thinking(ThinkingLengths lengths, long budget) {
    static final long UNBOUNDED = Long.MAX_VALUE;

    long quantile(int share) {
        return Math.min(budget, lengths.quantile(share));
    }

    /** The least room for thinking that at most so many millionths of the calls exceed. */
    long notExceededBut(int share) {
        long least = quantile(ThinkingLengths.CERTAIN - share);
        while (longerThan(least) > share) {
            least++;
        }
        return least;
    }

    long mean() {
        return lengths.meanUpTo(budget);
    }

    /** The mean of what is thought before a cap of so many tokens cuts it off. */
    long meanUpTo(long cap) {
        return lengths.meanUpTo(Math.min(budget, cap));
    }

    /** The share that thinks longer, in millionths. */
    int longerThan(long tokens) {
        return tokens < 0 ? ThinkingLengths.CERTAIN : tokens >= budget ? 0 : lengths.longerThan(tokens);
    }
}
