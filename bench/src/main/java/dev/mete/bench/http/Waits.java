package dev.mete.bench.http;

import dev.mete.bench.http.SteadyPosts.Answered;
import dev.mete.bench.report.Figure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long answers took that were due in some seconds. Immutable. */
final class Waits {
    private static final long SECOND = 1_000_000_000;
    private static final double MILLION = 1e6;

    private final double[] millis;
    private final List<Double> worstBySecond;

    Waits(List<Answered> answered) {
        this.millis = answered.stream().mapToDouble(Waits::millis).sorted().toArray();
        var seconds = new TreeMap<Long, Double>();
        answered.forEach(answer -> seconds.merge(answer.due() / SECOND, millis(answer), Math::max));
        this.worstBySecond = List.copyOf(seconds.values());
    }

    private static double millis(Answered answer) {
        return answer.nanos() / MILLION;
    }

    /** The longest. */
    double worst() {
        return share(1);
    }

    private double share(double share) {
        int place = (int) Math.ceil(share * millis.length) - 1;
        return millis.length == 0 ? Double.NaN : millis[Math.max(0, place)];
    }

    List<Figure> figures(String when) {
        var parameters = Map.of("when", when);
        return List.of(
                Figure.of("answers", parameters, millis.length, ""),
                Figure.of("worst", parameters, worst(), "ms"),
                Figure.of("worst of a second, median", parameters, Median.of(worstBySecond), "ms"),
                Figure.of("p99.9", parameters, share(0.999), "ms"),
                Figure.of("p99", parameters, share(0.99), "ms"),
                Figure.of("p50", parameters, share(0.5), "ms"));
    }
}
