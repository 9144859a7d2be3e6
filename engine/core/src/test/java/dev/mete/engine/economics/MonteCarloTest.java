package dev.mete.engine.economics;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.sample.Known.dollars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.ThinkingLengths.Point;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.decision.Estimate;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.sample.Known;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.Tasks;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Estimates against calls that are drawn from the same quantiles with arithmetic of their own. A mean has to lie within four standard errors of that
 * of the draws, a quantile between the draws that are four standard errors of its rank away; both may be off by a token beside, as lengths are whole.
 */
class MonteCarloTest {
    private static final int DRAWS = 200_000;
    private static final long INPUT = 3_000;
    private static final long VISIBLE = 400;
    private static final double MICROS_PER_TOKEN = 17_500;
    private static final double FIRST = 900;
    private static final double SLOW_FIRST = 2_400;
    private static final double AFTER_THINKING = 60_000;
    private static final double REASONING = 30e6;

    /** Quantiles of output of a production reasoning model (deepseek-r1, ServeGen, arXiv 2505.09999). */
    private static final List<Point> LENGTHS = List.of(
            new Point(50_000, 225),
            new Point(250_000, 427),
            new Point(500_000, 792),
            new Point(750_000, 1_499),
            new Point(900_000, 3_432),
            new Point(950_000, 5_701),
            new Point(990_000, 12_607),
            new Point(999_000, 20_833));

    /** How the time to the first token is known. */
    enum Kind {
        MEDIAN,
        SLOW,
        AFTER_THINKING
    }

    /** A plan; thinking is held to the budget where there is one. */
    record Case(Kind kind, long cap, @Nullable Long budget) {
        Plan plan() {
            var known = Known.of(budget == null ? Models.levels("acme/m") : Models.budget("acme/m", 1_024, 32_000))
                    .prices(Prices.of(
                            new TokenPrices(dollars("5"), dollars("5"), dollars("5"), dollars("25"), dollars("30"))))
                    .thinks(HIGH, LENGTHS.toArray(Point[]::new));
            Known timed = switch (kind) {
                case MEDIAN -> known.speed(HIGH, (long) FIRST, null, (long) MICROS_PER_TOKEN);
                case SLOW -> known.speed(HIGH, (long) FIRST, (long) SLOW_FIRST, (long) MICROS_PER_TOKEN);
                case AFTER_THINKING ->
                    known.speedAfterThinking(HIGH, (long) AFTER_THINKING, null, (long) MICROS_PER_TOKEN);
            };
            return new Plan(timed.model(), HIGH, cap, budget == null ? cap - VISIBLE : budget, 0);
        }

        double held(double thought) {
            return budget == null ? thought : Math.min(thought, (double) budget);
        }
    }

    /** A call that was drawn. */
    private record Call(double thinking, double visible, boolean isCutOff, double latency, double together) {
        double cost() {
            return INPUT * 5e6 + visible * 25e6 + thinking * REASONING;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(1_024L, 2_048L, 4_096L, 16_384L, 64_000L)
                .flatMap(cap -> Stream.of(
                        new Case(Kind.MEDIAN, cap, null),
                        new Case(Kind.SLOW, cap, null),
                        new Case(Kind.AFTER_THINKING, cap, null),
                        new Case(Kind.MEDIAN, cap, 2_000L),
                        new Case(Kind.SLOW, cap, 8_000L)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void estimatesAreThoseOfManyDraws(Case of) {
        Task task = Tasks.lengths(TaskSchema.of(StandardFeatures.all(), new BitSet()), INPUT, VISIBLE);
        Estimate estimate = EstimatePlan.of(of.plan(), task);
        var calls = draws(of);

        var tokens = Objects.requireNonNull(estimate.tokens());
        mean((double) tokens.thinking(), calls, Call::thinking, 1);
        mean((double) tokens.visible(), calls, Call::visible, 1);
        mean(Objects.requireNonNull(Objects.requireNonNull(estimate.cost()).mean()), calls, Call::cost, REASONING);
        mean(Objects.requireNonNull(estimate.cutOff()) / 1e6, calls, call -> call.isCutOff() ? 1 : 0, 1e-5);
        var latency = Objects.requireNonNull(estimate.latency());
        mean((double) latency.mean(), calls, Call::latency, MICROS_PER_TOKEN);
        double[] sorted = calls.stream().mapToDouble(Call::together).sorted().toArray();
        quantile((double) latency.p50(), sorted, 0.5);
        quantile((double) latency.p95(), sorted, 0.95);
    }

    /** A slow first token on its own is no more probable with long thinking; the estimate holds for where it is. */
    @ParameterizedTest
    @MethodSource("cases")
    void theSlowLatencyIsNotBelowThatOfIndependentDraws(Case of) {
        Task task = Tasks.lengths(TaskSchema.of(StandardFeatures.all(), new BitSet()), INPUT, VISIBLE);
        var latency = Objects.requireNonNull(EstimatePlan.of(of.plan(), task).latency());
        double[] sorted = draws(of).stream().mapToDouble(Call::latency).sorted().toArray();

        assertThat((double) latency.p95()).isGreaterThan(at(sorted, 0.95 - error(0.95)) - MICROS_PER_TOKEN);
    }

    private static List<Call> draws(Case of) {
        var random = new SplittableRandom(of.hashCode());
        return Stream.generate(() -> draw(of, random.nextDouble(), random.nextDouble()))
                .limit(DRAWS)
                .toList();
    }

    private static Call draw(Case of, double share, double other) {
        double thought = of.held(length(share));
        double output = Math.min(thought + VISIBLE, (double) of.cap());
        double thinking = Math.min(thought, output);
        double included = of.kind() == Kind.AFTER_THINKING ? of.held(length(0.5)) : 0;
        double rest = (output - included) * MICROS_PER_TOKEN;
        return new Call(
                thinking,
                output - thinking,
                thought + VISIBLE > of.cap(),
                first(of.kind(), other) * 1e3 + rest,
                first(of.kind(), share) * 1e3 + rest);
    }

    private static double first(Kind kind, double share) {
        return switch (kind) {
            case MEDIAN -> FIRST;
            case SLOW -> FIRST + (SLOW_FIRST - FIRST) * (Math.clamp(share, 0.5, 0.95) - 0.5) / 0.45;
            case AFTER_THINKING -> AFTER_THINKING;
        };
    }

    /** The inverse of the distribution, linear between the quantiles. */
    private static double length(double share) {
        double millionths = share * 1e6;
        Point below = LENGTHS.getFirst();
        for (Point above : LENGTHS) {
            if (millionths <= above.share()) {
                double width = above.share() - below.share();
                return width == 0
                        ? above.tokens()
                        : below.tokens() + (above.tokens() - below.tokens()) * (millionths - below.share()) / width;
            }
            below = above;
        }
        return below.tokens();
    }

    private static void mean(double estimate, List<Call> calls, ToDoubleFunction<Call> figure, double token) {
        double[] values = calls.stream().mapToDouble(figure).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        assertThat(estimate).isCloseTo(mean, within(4 * Math.sqrt(variance / values.length) + token));
    }

    private static void quantile(double estimate, double[] sorted, double share) {
        assertThat(estimate)
                .isBetween(
                        at(sorted, share - error(share)) - MICROS_PER_TOKEN,
                        at(sorted, share + error(share)) + MICROS_PER_TOKEN);
    }

    private static double error(double share) {
        return 4 * Math.sqrt(share * (1 - share) / DRAWS);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (share * sorted.length)];
    }
}
