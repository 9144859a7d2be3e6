package dev.mete.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.mete.engine.catalog.ThinkingLengths.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ThinkingLengthsTest {
    /** Half of the answers think 100 tokens, the others from 100 to 300, evenly. */
    private static final ThinkingLengths LENGTHS =
            new ThinkingLengths(List.of(new Point(500_000, 100), new Point(1_000_000, 300)));

    @Test
    void betweenTwoQuantilesTheLawIsLinear() {
        assertThat(LENGTHS.quantile(0)).isEqualTo(100);
        assertThat(LENGTHS.quantile(500_000)).isEqualTo(100);
        assertThat(LENGTHS.quantile(750_000)).isEqualTo(200);
        assertThat(LENGTHS.quantile(1_000_000)).isEqualTo(300);
    }

    @Test
    void theMeanIsThatOfTheLaw() {
        assertThat(LENGTHS.mean()).isEqualTo(150);
        assertThat(LENGTHS.meanUpTo(50)).isEqualTo(50);
        // 0.5 x 100 + 0.25 x 150 + 0.25 x 200
        assertThat(LENGTHS.meanUpTo(200)).isEqualTo(138);
        assertThat(LENGTHS.meanUpTo(0)).isZero();
    }

    @Test
    void theShareBeyondABoundIsThatOfTheLaw() {
        assertThat(LENGTHS.longerThan(99)).isEqualTo(1_000_000);
        assertThat(LENGTHS.longerThan(100)).isEqualTo(500_000);
        assertThat(LENGTHS.longerThan(200)).isEqualTo(250_000);
        assertThat(LENGTHS.longerThan(300)).isZero();
    }

    @Test
    void quantilesHaveToAscend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThinkingLengths(List.of(new Point(500_000, 100), new Point(500_000, 200))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThinkingLengths(List.of(new Point(500_000, 100), new Point(600_000, 99))));
        assertThatIllegalArgumentException().isThrownBy(() -> new ThinkingLengths(List.of()));
    }

    @Property(tries = 200)
    void theMeanUpToABoundIsTheMeanOfManyDraws(
            @ForAll("laws") ThinkingLengths law, @ForAll @LongRange(max = 400_000) long bound) {
        int draws = 20_000;
        double mean = LongStream.range(0, draws)
                .map(draw -> Math.min(bound, law.quantile((int) ((2 * draw + 1) * 1_000_000 / (2L * draws)))))
                .average()
                .orElseThrow();

        assertThat((double) law.meanUpTo(bound)).isCloseTo(mean, within(2 + mean / 1_000));
    }

    @Property
    void theShareBeyondAQuantileIsAtMostTheRest(
            @ForAll("laws") ThinkingLengths law, @ForAll @IntRange(max = 1_000_000) int share) {
        // A quantile is rounded down to a whole token, so the next one is the first that is not below it.
        assertThat(law.longerThan(law.quantile(share) + 1)).isLessThanOrEqualTo(1_000_000 - share + 1);
    }

    @Provide
    Arbitrary<ThinkingLengths> laws() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(0, 1_000_000)
                                .set()
                                .ofMinSize(1)
                                .ofMaxSize(8),
                        Arbitraries.longs().between(0, 200_000).list().ofSize(8))
                .as((shares, tokens) -> {
                    var ascending = shares.stream().sorted().toList();
                    var lengths = tokens.stream().sorted().toList();
                    var points = new ArrayList<Point>();
                    for (int i = 0; i < ascending.size(); i++) {
                        points.add(new Point(ascending.get(i), lengths.get(i)));
                    }
                    return new ThinkingLengths(points);
                });
    }
}
