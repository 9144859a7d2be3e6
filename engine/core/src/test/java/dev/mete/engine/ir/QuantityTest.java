package dev.mete.engine.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mete.engine.sample.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void aQuantityIsFixedWhereItIsTheSameForEveryTask() {
        assertThat(Quantity.fixed(600, Words.span("600")).isFixed()).isTrue();
        assertThat(new Quantity(new Amount.Slot(0), 1, Words.span("x")).isFixed())
                .isFalse();
    }

    @Test
    void itIsDividedByAPositiveNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(new Amount.Fixed(1), 0, Words.span("x")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(new Amount.Fixed(1), -1, Words.span("x")));
    }

    @Test
    void thereIsNoLeastAndNoGreatestOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Amount.Least(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Amount.Greatest(List.of()));
    }
}
