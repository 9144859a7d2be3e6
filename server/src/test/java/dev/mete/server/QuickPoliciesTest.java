package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.PolicySource;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which policies may be decided on a thread that serves others. */
final class QuickPoliciesTest {
    private static final String HEAD = """
            policy searched
            models { fast = "anthropic/claude-haiku-4-5" }
            """;

    private static boolean isQuick(String rules) {
        var catalog = (CatalogReading.Read) CatalogJson.read(Path.of("..", "rules", "catalog.json"), "catalog.json");
        Catalog models = catalog.catalog();
        var source = PolicySource.of(Source.of("policy.mete", HEAD + rules + "otherwise fast, effort none"));
        var loading = (Loading.Loaded) PolicyLoader.installed().load(source, "mete", null, models);
        try (var policy = loading.policy()) {
            return policy.isQuick();
        }
    }

    private static String rules(int count, String condition) {
        return IntStream.range(0, count)
                .mapToObj(at -> "rule \"r%d\" when %s then fast, effort none, cap %d\n"
                        .formatted(at, condition.formatted(at), 100 + at))
                .collect(Collectors.joining());
    }

    @Test
    void linesThatTheIndexTellsAreQuickHoweverMany() {
        assertThat(isQuick(rules(2_000, "tenant = \"t%d\" and input_tokens > 1_000")))
                .isTrue();
    }

    @Test
    void aFewSearchesOfTextAreQuick() {
        assertThat(isQuick(rules(3, "user contains \"u%d\" and tenant starts with \"a\"")))
                .isTrue();
    }

    @Test
    void manySearchesOfTextAreNot() {
        assertThat(isQuick(rules(1_000, "user contains \"u%d\" or tenant contains \"x\"")))
                .isFalse();
    }

    @Test
    void manyComparisonsOfMixedFeaturesAreNot() {
        assertThat(isQuick(rules(6_000, "4 * input_tokens > output_tokens + %d")))
                .isFalse();
    }
}
