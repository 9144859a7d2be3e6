package dev.mete.simulate.advise;

/** Count, mean and variance of a figure, by Welford's updates (Technometrics 4, 1962). Not thread-safe. */
final class Moments {
    private long count;
    private double mean;
    private double squares;

    void add(double figure) {
        count++;
        double before = figure - mean;
        mean += before / count;
        squares += before * (figure - mean);
    }

    long count() {
        return count;
    }

    double mean() {
        return mean;
    }

    /** The variance of the figure; 0 where there are fewer than two. */
    double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }

    /** The variance of the mean. */
    double ofMean() {
        return count == 0 ? 0 : variance() / count;
    }
}
