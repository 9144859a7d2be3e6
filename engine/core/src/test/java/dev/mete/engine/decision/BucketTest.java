package dev.mete.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BucketTest {
    @ParameterizedTest
    @EnumSource
    void aBucketIsFoundByItsWord(Bucket bucket) {
        assertThat(Bucket.of(bucket.word())).contains(bucket);
    }

    @Test
    void thereAreThree() {
        assertThat(Bucket.words()).containsExactly("use", "maybe", "avoid");
        assertThat(Bucket.of("Use")).isEmpty();
    }
}
