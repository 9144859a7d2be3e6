package dev.mete.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    @Test
    void aMillionAmountsAreExact() {
        var random = new SplittableRandom(1);
        var sum = new ExactSum();
        BigInteger expected = BigInteger.ZERO;
        for (int amount = 0; amount < 1_000_000; amount++) {
            long value = random.nextLong(Long.MAX_VALUE);
            long times = random.nextLong(1, 1_000_000_000);
            sum.add(value, times);
            expected = expected.add(BigInteger.valueOf(value).multiply(BigInteger.valueOf(times)));
        }

        assertThat(sum.value()).isEqualTo(expected);
    }

    @Property
    void anySumIsThatOfBigIntegers(@ForAll long first, @ForAll long second, @ForAll long times) {
        var sum = new ExactSum();
        sum.add(first, times);
        sum.add(second, 1);

        assertThat(sum.value())
                .isEqualTo(BigInteger.valueOf(first)
                        .multiply(BigInteger.valueOf(times))
                        .add(BigInteger.valueOf(second)));
    }
}
