package dev.mete.engine.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticTest {
    private static final Source A = Source.of("a.mete", "one two");
    private static final Source B = Source.of("b.mete", "three");

    @Test
    void diagnosticsAreOrderedByFileThenPlaceThenCode() {
        var first = Diagnostic.error("M0102", A.span(0, 3), "first");
        var second = Diagnostic.warning("M0101", A.span(4, 7), "second", null);
        var third = Diagnostic.error("M0103", A.span(4, 7), "third");
        var fourth = Diagnostic.error("M0100", B.span(0, 5), "fourth");
        assertThat(List.of(fourth, third, second, first).stream().sorted(Diagnostic.BY_PLACE))
                .containsExactly(first, second, third, fourth);
    }

    @Test
    void onlyErrorsKeepAPolicyFromLoading() {
        assertThat(Diagnostic.error("M0101", Span.NONE, "wrong").isError()).isTrue();
        assertThat(Diagnostic.warning("M0101", Span.NONE, "odd", null).isError())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M101", "m0101", "M01011", "MM101", " M0101"})
    void aCodeIsALetterAndFourDigits(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Diagnostic.error(code, Span.NONE, "wrong"));
    }
}
