package dev.mete.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mete.engine.task.FeatureType.Flag;
import dev.mete.engine.task.FeatureType.OneOf;
import dev.mete.engine.task.FeatureType.Quantity;
import dev.mete.engine.task.FeatureType.Text;
import dev.mete.engine.task.FeatureType.TextSet;
import dev.mete.engine.task.Value.Members;
import dev.mete.engine.task.Value.Scalar;
import dev.mete.engine.task.Value.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureTypeTest {
    private static final FeatureType TIER = new OneOf(List.of("free", "pro", "enterprise"), true);
    private static final FeatureType KIND = new OneOf(List.of("a", "b"), false);

    @Test
    void aTypeIsDescribedInWords() {
        assertThat(new Flag().description()).isEqualTo("true or false");
        assertThat(Quantity.of(Unit.MONEY).description()).isEqualTo("an amount of money");
        assertThat(TIER.description()).isEqualTo("one of free < pro < enterprise");
        assertThat(KIND.description()).isEqualTo("one of a, b");
        assertThat(new Text().description()).isEqualTo("a text");
        assertThat(new TextSet().description()).isEqualTo("a set of texts");
    }

    @Test
    void aLongClosedTypeIsDescribedByItsFirstValues() {
        var values = IntStream.range(0, 1_000).mapToObj(i -> "v" + i).toList();
        assertThat(new OneOf(values, true).description()).endsWith(" < v28 < v29 and 970 more");
        assertThat(new OneOf(values.subList(0, 30), false).description()).endsWith(", v29");
    }

    @Test
    void aValueIsWrittenAsAnAuthorWould() {
        assertThat(new Flag().format(Value.flag(true))).isEqualTo("true");
        assertThat(new Flag().format(Value.flag(false))).isEqualTo("false");
        assertThat(Quantity.of(Unit.DURATION).format(new Scalar(20_000))).isEqualTo("20s");
        assertThat(TIER.format(new Scalar(1))).isEqualTo("pro");
        assertThat(new Text().format(new Words("acme"))).isEqualTo("\"acme\"");
        assertThat(new TextSet().format(new Members(Set.of("b", "a")))).isEqualTo("[\"a\", \"b\"]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Text().format(new Scalar(1)));
    }

    @Test
    void aTypeTakesItsOwnValuesWithinTheirBounds() {
        assertThat(new Flag().takes(new Scalar(1))).isTrue();
        assertThat(new Flag().takes(new Scalar(2))).isFalse();
        assertThat(TIER.takes(new Scalar(2))).isTrue();
        assertThat(TIER.takes(new Scalar(3))).isFalse();
        assertThat(TIER.takes(new Scalar(-1))).isFalse();
        assertThat(new Quantity(Unit.TOKENS, 10, 20).takes(new Scalar(10))).isTrue();
        assertThat(new Quantity(Unit.TOKENS, 10, 20).takes(new Scalar(20))).isTrue();
        assertThat(new Quantity(Unit.TOKENS, 10, 20).takes(new Scalar(9))).isFalse();
        assertThat(new Quantity(Unit.TOKENS, 10, 20).takes(new Scalar(21))).isFalse();
        assertThat(new Text().takes(new Words("x".repeat(1_024)))).isTrue();
        assertThat(new Text().takes(new Words("x".repeat(1_025)))).isFalse();
        assertThat(new Text().takes(new Words("😀".repeat(1_024)))).isTrue();
        assertThat(new Text().takes(new Scalar(1))).isFalse();
        assertThat(new TextSet().takes(new Words("a"))).isFalse();
        assertThat(new TextSet().takes(new Members(numbered(64)))).isTrue();
        assertThat(new TextSet().takes(new Members(numbered(65)))).isFalse();
        assertThat(new TextSet().takes(new Members(Set.of("x".repeat(1_025))))).isFalse();
    }

    @Test
    void boundsLieWithinTheUnitsOwn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(Unit.TOKENS, -1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(Unit.TOKENS, 0, 100_000_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(Unit.TOKENS, 6, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new OneOf(List.of(), false));
    }

    private static Set<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.toSet());
    }
}
