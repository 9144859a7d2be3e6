package dev.mete.engine.ir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMatchTest {
    @ParameterizedTest
    @CsvSource({
        "STARTS_WITH, acme-east, acme, true",
        "STARTS_WITH, acme, acme-east, false",
        "ENDS_WITH, acme-east, east, true",
        "ENDS_WITH, acme-east, eas, false",
        "CONTAINS, acme-east, e-e, true",
        "CONTAINS, acme-east, E-E, false",
        "CONTAINS, acme, '', true",
    })
    void aPartIsLookedForInItsPlace(TextMatch match, String text, String part, boolean holds) {
        assertThat(match.holds(text, part)).isEqualTo(holds);
    }
}
