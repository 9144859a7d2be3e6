package dev.mete.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mete.engine.sample.Models;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogTest {
    private static final Model B = Models.plain("acme/b");
    private static final Model A = Models.levels("acme/a");

    @Test
    void modelsStandAsWritten() {
        var catalog = Catalog.of(List.of(B, A), "sha256:1");
        assertThat(catalog.models()).containsExactly(B, A);
        assertThat(catalog.ids()).containsExactly("acme/b", "acme/a");
        assertThat(catalog.digest()).isEqualTo("sha256:1");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> catalog.ids().clear());
    }

    @Test
    void aModelIsFoundByItsId() {
        var catalog = Catalog.of(List.of(B, A), "sha256:1");
        assertThat(catalog.model("acme/a")).contains(A);
        assertThat(catalog.model("a")).isEmpty();
    }

    @Test
    void twoModelsCannotShareAnId() {
        assertThatIllegalArgumentException().isThrownBy(() -> Catalog.of(List.of(A, A), "sha256:1"));
    }

    @ParameterizedTest
    @EnumSource
    void aDialectIsFoundByItsWord(ApiDialect dialect) {
        assertThat(ApiDialect.of(dialect.word())).contains(dialect);
        assertThat(ApiDialect.words()).contains(dialect.word()).doesNotHaveDuplicates();
        assertThat(ApiDialect.of("smoke.signals")).isEmpty();
    }
}
