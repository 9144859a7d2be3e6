package dev.mete.engine.catalog;

import java.util.List;

/**
 * How many tokens a model thinks at one effort level: the quantiles of a measured distribution, linear between two of them. Below the lowest and
 * above the highest given quantile the length is that of the quantile. Probabilities count in millionths, lengths in tokens. Immutable, thread-safe.
 */
public record ThinkingLengths(List<Point> points) {
    /** All of the probability. */
    public static final int CERTAIN = 1_000_000;

    /** The longest thinking, in tokens; with it no sum below overflows. */
    public static final long LONGEST = 1_000_000;

    /** A quantile: this share of answers thinks at most so long. */
    public record Point(int share, long tokens) {
        public Point {
            if (share < 0 || share > CERTAIN || tokens < 0 || tokens > LONGEST) {
                throw new IllegalArgumentException("a quantile of " + tokens + " tokens at " + share);
            }
        }
    }

    public ThinkingLengths {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("lengths need a quantile");
        }
        for (int next = 1; next < points.size(); next++) {
            if (points.get(next).share() <= points.get(next - 1).share()
                    || points.get(next).tokens() < points.get(next - 1).tokens()) {
                throw new IllegalArgumentException("quantiles have to ascend");
            }
        }
    }

    /** The length that a share of answers does not exceed, rounded down; the inverse of the distribution. */
    public long quantile(int share) {
        Point last = points.getFirst();
        for (int at = 0; at < points.size(); at++) {
            Point point = points.get(at);
            if (share <= point.share()) {
                long width = (long) point.share() - last.share();
                long above = Math.max(0L, (long) share - last.share());
                return width == 0 ? point.tokens() : last.tokens() + (point.tokens() - last.tokens()) * above / width;
            }
            last = point;
        }
        return last.tokens();
    }

    /** The mean length, to the nearest token. */
    public long mean() {
        return meanUpTo(LONGEST);
    }

    /** The mean length of thinking that is cut off at a bound, E[min(R, bound)], to the nearest token. */
    public long meanUpTo(long bound) {
        long most = Math.clamp(bound, 0, LONGEST);
        Point last = points.getFirst();
        long sum = 2L * last.share() * Math.min(last.tokens(), most);
        for (int at = 1; at < points.size(); at++) {
            Point point = points.get(at);
            sum += (point.share() - last.share()) * twiceTheMean(last.tokens(), point.tokens(), most);
            last = point;
        }
        sum += 2L * (CERTAIN - last.share()) * Math.min(last.tokens(), most);
        return (sum + CERTAIN) / (2L * CERTAIN);
    }

    /** Twice the mean of a length that is spread evenly between two others, cut off at a bound. */
    private static long twiceTheMean(long least, long most, long bound) {
        if (bound >= most) {
            return least + most;
        }
        if (bound <= least) {
            return 2 * bound;
        }
        return ((bound - least) * (least + bound) + 2 * (most - bound) * bound) / (most - least);
    }

    /** The share of answers that think longer than a bound, in millionths. */
    public int longerThan(long bound) {
        if (bound < points.getFirst().tokens()) {
            return CERTAIN;
        }
        if (bound >= points.getLast().tokens()) {
            return 0;
        }
        int at = 0;
        while (points.get(at + 1).tokens() <= bound) {
            at++;
        }
        Point below = points.get(at);
        Point above = points.get(at + 1);
        long share = below.share()
                + (above.share() - below.share()) * (bound - below.tokens()) / (above.tokens() - below.tokens());
        return (int) (CERTAIN - share);
    }
}
