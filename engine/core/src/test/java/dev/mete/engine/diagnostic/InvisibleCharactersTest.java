package dev.mete.engine.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleCharactersTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x1B, 0x7F, 0x85, 0xAD, 0x061C, 0x200B, 0x200E, 0x2028, 0x2029, 0x202E, 0x2060, 0x2066,
                0x2069, 0x3164, 0xFEFF, 0xD800, 0xDC00
            })
    void whatCannotBeSeenIsFoundAndNamed(int character) {
        var source = Source.of("policy.mete", "tenant is \"ac" + (char) character + "me\"");
        assertThat(InvisibleCharacters.in(source)).singleElement().satisfies(found -> {
            assertThat(found.message())
                    .isEqualTo("an invisible character stands here, %s", InvisibleCharacters.name(character));
            assertThat(found.span()).isEqualTo(source.span(13, 14));
        });
    }

    @Test
    void whatShowsAndWhatSetsTextApartIsFine() {
        assertThat(InvisibleCharacters.in(Source.of("policy.mete", "a\tb\r\n é 漢字 👩\u200D💻 می\u200Cخواهم")))
                .isEmpty();
    }

    @Test
    void severalInARowAreOneMistake() {
        assertThat(InvisibleCharacters.in(Source.of("policy.mete", "a\u202E\u202Eb\u202Ec")))
                .extracting(found -> found.span().start())
                .containsExactly(1, 4);
    }
}
