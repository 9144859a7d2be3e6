package dev.mete.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {
    @Test
    void aDayIsItsFirstMoment() {
        assertThat(MomentText.parse("2027-01-01")).contains(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void aTimeHasAZone() {
        assertThat(MomentText.parse("2027-01-01T12:30:00Z")).contains(Instant.parse("2027-01-01T12:30:00Z"));
        assertThat(MomentText.parse("2027-01-01T12:30:00+02:00")).contains(Instant.parse("2027-01-01T10:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2027-02-30", "2027-01-01T12:30", "01.01.2027", "2027-1-1", "T"})
    void anythingElseIsNone(String text) {
        assertThat(MomentText.parse(text)).isEmpty();
    }
}
