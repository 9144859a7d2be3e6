package dev.mete.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTextTest {
    private static final Pattern FORM =
            Pattern.compile("(?<sign>-)?(?<dollar>\\$)?(?<number>\\d[\\d_]*(?:\\.\\d+)?)(?<unit>ms|s|m|h|d|%)?");

    @ParameterizedTest
    @CsvSource({
        "$50, MONEY, 50",
        "$1_000.25, MONEY, 1000.25",
        "-$5, MONEY, -5",
        "1_000, NUMBER, 1000",
        "-1.5, NUMBER, -1.5",
        "12.5%, PERCENT, 12.5",
        "250ms, DURATION, 250",
        "20s, DURATION, 20000",
        "1.5s, DURATION, 1500",
        "0.0001s, DURATION, 0.1",
        "5m, DURATION, 300000",
        "1.5h, DURATION, 5400000",
        "2d, DURATION, 172800000",
        "'  20s ', DURATION, 20000",
    })
    void aQuantityIsReadWithItsUnit(String text, Unit unit, BigDecimal value) {
        assertThat(QuantityText.read(text)).hasValueSatisfying(written -> {
            assertThat(written.unit()).isEqualTo(unit);
            assertThat(written.value()).isEqualByComparingTo(value);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "$",
                "s",
                "%",
                "20 s",
                "$50s",
                "50$",
                "1e9",
                "1E9",
                "0x10",
                "+5",
                ".5",
                "5.",
                "1.2.3",
                "1,000",
                "_1",
                "NaN",
                "Infinity",
                "--1",
                "-",
                "$-5",
                "20S",
                "20sec",
                "٥",
                "1\n2",
                "1 000"
            })
    void anythingElseIsNoQuantity(String text) {
        assertThat(QuantityText.read(text)).isEmpty();
    }

    @Property(tries = 5_000)
    void aTextIsAQuantityWhereItHasItsForm(
            @ForAll @Chars({'-', '$', '0', '7', '_', '.', '%', 'm', 's', 'd'}) @StringLength(max = 8) String text) {
        var form = FORM.matcher(text);
        boolean isQuantity =
                form.matches() && text.length() <= 64 && (form.group("dollar") == null || form.group("unit") == null);
        var read = QuantityText.read(text);
        assertThat(read.isPresent()).isEqualTo(isQuantity);
        if (isQuantity && form.group("unit") == null) {
            var number = new BigDecimal(form.group("number").replace("_", ""));
            assertThat(read.orElseThrow().value()).isEqualTo(form.group("sign") == null ? number : number.negate());
        }
    }

    @Test
    void aQuantityHasAtMost64Characters() {
        assertThat(QuantityText.read("9".repeat(64))).isPresent();
        assertThat(QuantityText.read("9".repeat(65))).isEmpty();
        assertThat(QuantityText.read("9".repeat(10_000_000))).isEmpty();
    }
}
