package dev.mete.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource({
        "NUMBER, 0, 0",
        "NUMBER, 1_500_000, 1.5",
        "NUMBER, -1, -0.000001",
        "NUMBER, 10_000_000_000, 10000",
        "TOKENS, 0, 0",
        "TOKENS, 600, 600",
        "TOKENS, 10_000, 10_000",
        "TOKENS, 100_000_000, 100_000_000",
        "MONEY, 0, $0",
        "MONEY, 50_000_000_000, $50",
        "MONEY, 1_500_000_000, $1.50",
        "MONEY, 250_000_000, $0.25",
        "MONEY, 1, $0.000000001",
        "MONEY, 1_234_567_100_000_000, '$1_234_567.10'",
        "MONEY, -250_000_000, -$0.25",
        "DURATION, 0, 0ms",
        "DURATION, 250, 250ms",
        "DURATION, 20_000, 20s",
        "DURATION, 1_500, 1.5s",
        "DURATION, 90_000, 90s",
        "DURATION, 300_000, 5m",
        "DURATION, 7_200_000, 2h",
        "DURATION, 86_400_000, 24h",
        "DURATION, -1_500, -1.5s",
        "PERCENT, 12_500_000, 12.5%",
        "PERCENT, 0, 0%",
    })
    void aQuantityIsWrittenAsAnAuthorWould(Unit unit, String parts, String written) {
        assertThat(unit.format(Long.parseLong(parts.replace("_", "")))).isEqualTo(written);
    }

    @Test
    void evenWhatNoTaskCanHoldIsWritten() {
        assertThat(Unit.MONEY.format(Long.MIN_VALUE)).isEqualTo("-$9_223_372_036.854775808");
        assertThat(Unit.TOKENS.format(Long.MIN_VALUE)).isEqualTo("-9_223_372_036_854_775_808");
        assertThat(Unit.DURATION.format(Long.MIN_VALUE)).endsWith("ms");
    }

    @ParameterizedTest
    @EnumSource
    void onlyDimensionedUnitsHaveASuffix(Unit unit) {
        assertThat(unit.isDimensioned()).isEqualTo(unit == Unit.MONEY || unit == Unit.DURATION || unit == Unit.PERCENT);
        assertThat(unit.jsonSuffix().isEmpty()).isEqualTo(!unit.isDimensioned());
    }

    @Test
    void boundsAreCountedInSmallestParts() {
        assertThat(Unit.TOKENS.most()).isEqualTo(100_000_000);
        assertThat(Unit.MONEY.most()).isEqualTo(1_000_000_000_000_000_000L);
        assertThat(Unit.DURATION.most()).isEqualTo(2_592_000_000L);
        assertThat(Unit.NUMBER.least()).isEqualTo(-1_000_000_000_000_000L);
    }

    @Property
    void whatIsWrittenIsReadBackExactly(@ForAll("quantities") Tuple2<Unit, Long> quantity) {
        Unit unit = quantity.get1();
        String written = unit.format(quantity.get2());
        var read = QuantityText.read(written).orElseThrow();
        assertThat(read.unit()).isEqualTo(unit == Unit.TOKENS ? Unit.NUMBER : unit);
        assertThat(read.value().multiply(BigDecimal.valueOf(unit.scale())))
                .as(written)
                .isEqualByComparingTo(BigDecimal.valueOf(quantity.get2()));
    }

    @Property(tries = 300)
    void aNegativeQuantityIsReadBackToo(@ForAll("quantities") Tuple2<Unit, Long> quantity) {
        Unit unit = quantity.get1();
        var read = QuantityText.read(unit.format(-quantity.get2())).orElseThrow();
        assertThat(read.value().multiply(BigDecimal.valueOf(unit.scale())))
                .isEqualByComparingTo(BigDecimal.valueOf(-quantity.get2()));
    }

    @Provide
    Arbitrary<Tuple2<Unit, Long>> quantities() {
        return Arbitraries.of(Unit.class)
                .flatMap(unit -> Combinators.combine(
                                Arbitraries.just(unit),
                                Arbitraries.oneOf(
                                        Arbitraries.longs().between(unit.least(), unit.most()),
                                        Arbitraries.longs()
                                                .between(unit.least() / unit.scale(), unit.most() / unit.scale())
                                                .map(whole -> whole * unit.scale())))
                        .as(Tuple::of));
    }
}
