package dev.mete.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.policy.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CatalogJsonTest {
    private static final String SOURCES = """
            [{"covers": ["id", "provider", "api", "name", "context_window", "output_limit", "thinking"],
              "source": "a price map", "date": "2026-11-20"}]""";

    private static final String GOOD = """
            {"id": "acme/deep", "provider": "acme", "api": "openai.chat", "name": "deep",
             "context_window": 200000, "output_limit": 64000,
             "thinking": {"levels": ["low", "high"], "budget": {"min": 1024, "max": 32000}, "can_be_off": true},
             "sources": %s}""".formatted(SOURCES);

    @Test
    void theShippedCatalogIsRead() {
        var catalog = read(CatalogJson.read(Path.of("../../rules/catalog.json"), "rules/catalog.json"));

        assertThat(catalog.models()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(catalog.models().stream().map(Model::provider).distinct()).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void aModelHasAllThatItsEntrySays() {
        String text = catalog(GOOD);
        var catalog = read(reading(text));

        assertThat(catalog.model("acme/deep"))
                .contains(new Model(
                        "acme/deep",
                        "acme",
                        ApiDialect.OPENAI_CHAT,
                        "deep",
                        200_000,
                        64_000,
                        new Thinking(Set.of(Effort.LOW, Effort.HIGH), new Thinking.Budget(1_024, 32_000), true),
                        false));
        assertThat(catalog.digest()).isEqualTo(Revision.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anEndThatWasAnnouncedIsKept() {
        String entry = GOOD.replace("\"sources\"", "\"deprecated\": true, \"notes\": \"old\", \"sources\"")
                .replace("\"thinking\"],", "\"thinking\", \"deprecated\"],");

        assertThat(read(reading(catalog(entry))).models())
                .allMatch(model -> model.lifecycle().deprecated());
    }

    @Test
    void everyProblemIsFoundAtOnce() {
        String text = catalog(
                GOOD.replace("\"low\", \"high\"", "\"high\", \"low\", \"hgih\", \"none\"")
                        .replace("\"max\": 32000", "\"max\": 64000")
                        .replace("\"context_window\": 200000", "\"ouput_limit\": 1, \"context_window\": -5")
                        .replace("openai.chat", "openai.chatt"),
                GOOD.replace("\"name\": \"deep\",", "")
                        .replace("\"output_limit\": 64000", "\"output_limit\": 300000")
                        .replace("\"context_window\", ", ""));

        assertThat(messages(text))
                .containsExactly(
                        "C0007 unknown API dialect `openai.chatt` in `/models/0/api` (did you mean `openai.chat`?)",
                        "C0003 unknown field `/models/0/ouput_limit` (did you mean `output_limit`?)",
                        "C0006 `/models/0/context_window` has to be a whole number from 1 to 100000000, not the number -5 (null)",
                        "C0008 `low` is less than `high` before it (write the levels from the least to the most)",
                        "C0007 unknown effort level `hgih` in `/models/0/thinking/levels/2` (did you mean `high`?)",
                        "C0008 `/models/0/thinking/levels/3` is `none`, which is no level of thinking"
                                + " (write \"can_be_off\": true instead)",
                        "C0008 `/models/0/thinking/budget/max` is not below the output limit of 64000 tokens"
                                + " (thinking counts as output: leave room for an answer, write at most 63999)",
                        "C0005 `/models/1` has no `name` (add the field `name`)",
                        "C0004 the model `acme/deep` is there twice: `/models/0/id` and `/models/1/id`"
                                + " (keep one of them, or give the second an id of its own)",
                        "C0008 `/models/1/output_limit` is above the context window of 200000 tokens"
                                + " (input and output share the window: write the lower one of the two into `output_limit`)",
                        "C0009 `/models/1/sources` covers no `context_window`"
                                + " (name the source that states it in a `covers`)");
    }

    @Test
    void aProblemIsUnderlinedInTheText() {
        String text = catalog(GOOD.replace("64000", "\"64k\""));

        assertThat(diagnostics(text)).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.span().text()).isEqualTo("\"64k\"");
            assertThat(diagnostic.message())
                    .isEqualTo(
                            "`/models/0/output_limit` has to be a whole number from 1 to 100000000, not the text \"64k\"");
        });
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() {
        assertThat(messages(catalog(GOOD.replace("\"name\": \"deep\",", "\"name\": \"deep\", \"name\": \"deeper\","))))
                .containsExactly("C0004 `/models/0/name` is there twice (keep one of them)");
    }

    @Test
    void aNumberWithAFractionOrAnExponentIsRefused() {
        assertThat(messages(catalog(GOOD.replace("200000", "2e5"), GOOD.replace("64000", "64000.0"))))
                .filteredOn(message -> message.startsWith("C0006"))
                .hasSize(2)
                .allMatch(message -> message.endsWith("(write it out in digits, without a fraction or an exponent)"));
        assertThat(messages(catalog(GOOD.replace("200000", "1e99999999999")))).hasSize(1);
    }

    @Test
    void theProviderOfTheIdIsTheProvider() {
        assertThat(messages(catalog(GOOD.replace("\"provider\": \"acme\"", "\"provider\": \"acne\""))))
                .containsExactly("C0008 `/models/0/provider` is `acne`, but the id starts with `acme`"
                        + " (write the same provider in both)");
    }

    @Test
    void thinkingNeedsLevelsOrABudget() {
        String entry = GOOD.replaceAll("\"levels\".*?\\],", "").replaceAll("\"budget\".*?\\},", "");

        assertThat(messages(catalog(entry)))
                .containsExactly("C0005 `/models/0/thinking` has neither `levels` nor `budget`"
                        + " (write what the model's API takes; leave `thinking` out for a model that does not think)");
    }

    @Test
    void aBudgetGoesUpwards() {
        assertThat(messages(catalog(GOOD.replace("\"min\": 1024", "\"min\": 33000"))))
                .containsExactly("C0008 `/models/0/thinking/budget/min` is above the largest budget of 32000 tokens"
                        + " (swap them)");
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        assertThat(messages(catalog(GOOD.replace("2026-11-20", "2026-02-30"))))
                .containsExactly("C0006 `/models/0/sources/0/date` has to be a day as YYYY-MM-DD,"
                        + " not the text \"2026-02-30\" (null)");
    }

    @Test
    void anotherVersionIsRefused() {
        assertThat(messages("{\"version\": 2, \"models\": [" + GOOD + "]}"))
                .containsExactly(
                        "C0006 `/version` has to be 1, not the number 2 (this is the only version that there is)");
        assertThat(messages("{\"models\": [" + GOOD + "]}"))
                .containsExactly("C0005 the file has no `version` (add the field `version`)");
    }

    @Test
    void aCatalogWithoutModelsIsRefused() {
        assertThat(messages(catalog()))
                .containsExactly("C0006 `/models` has to be a list of at least one model, not an empty list (null)");
        assertThat(messages("{\"version\": 1, \"models\": {}}"))
                .containsExactly("C0006 `/models` has to be a list, not an object (null)");
        assertThat(messages("[]")).singleElement().asString().startsWith("C0006 the file has to be an object");
    }

    @Test
    void whatIsNoJsonIsSaidWithItsPlace() {
        assertThat(diagnostics("{\"version\": 1,\n \"models\": [}"))
                .singleElement()
                .satisfies(diagnostic -> {
                    assertThat(diagnostic.code()).isEqualTo("C0001");
                    assertThat(diagnostic.message())
                            .startsWith(
                                    "the file is not valid JSON: unexpected close marker '}': expected ']' (for Array starting at line 2, column 12)");
                    assertThat(diagnostic.span().position().line()).isEqualTo(2);
                });
        assertThat(messages("")).singleElement().asString().startsWith("C0001 the file is empty");
        assertThat(messages("{\"version\": 1")).singleElement().asString().startsWith("C0001");
        assertThat(messages(catalog(GOOD) + "{}")).singleElement().asString().contains("there is more after the end");
        assertThat(messages(catalog(GOOD.replace("200000", "NaN"))))
                .singleElement()
                .asString()
                .startsWith("C0001");
        assertThat(messages(catalog(GOOD) + "// mine"))
                .singleElement()
                .asString()
                .startsWith("C0001");
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        assertThat(messages("[".repeat(40) + "]".repeat(40)))
                .filteredOn(message -> message.startsWith("C0002"))
                .singleElement()
                .asString()
                .startsWith("C0002 the JSON is beyond a limit: more than 32 levels deep at `/0/0/0/");
        assertThat(messages(" ".repeat(CatalogJson.LONGEST + 1)))
                .singleElement()
                .asString()
                .startsWith("C0002");
        assertThat(messages("[".repeat(CatalogJson.LONGEST)))
                .hasSize(2)
                .allMatch(message -> message.startsWith("C0002"));
    }

    @Test
    void whatIsTooDeepHidesNothingElse() {
        String deep = "\"x\": " + "[".repeat(500) + "]".repeat(500) + ", \"nmae\": \"deep\"";

        assertThat(messages(catalog(GOOD.replace("\"name\": \"deep\"", deep))))
                .extracting(message -> message.substring(0, 5))
                .containsExactlyInAnyOrder("C0002", "C0003", "C0003", "C0005");
    }

    @Test
    void aFileThatIsNotThereIsADiagnostic() {
        var reading = CatalogJson.read(Path.of("no-such-catalog.json"), "no-such-catalog.json");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        CatalogReading.Failed.class,
                        failed -> assertThat(failed.diagnostics())
                                .singleElement()
                                .extracting(Diagnostic::message)
                                .isEqualTo("the file cannot be read: there is no such file"));
    }

    private static String catalog(String... models) {
        return "{\"version\": 1, \"models\": [" + String.join(",\n", models) + "]}";
    }

    private static CatalogReading reading(String text) {
        return CatalogJson.read(Source.of("catalog.json", text));
    }

    private static Catalog read(CatalogReading reading) {
        return switch (reading) {
            case CatalogReading.Read(Catalog catalog) -> catalog;
            case CatalogReading.Failed(var diagnostics) -> throw new AssertionError(diagnostics.toString());
        };
    }

    private static List<Diagnostic> diagnostics(String text) {
        return switch (reading(text)) {
            case CatalogReading.Read(var catalog) -> throw new AssertionError("read " + catalog.ids());
            case CatalogReading.Failed(var diagnostics) -> diagnostics;
        };
    }

    private static List<String> messages(String text) {
        return diagnostics(text).stream()
                .map(diagnostic -> diagnostic.code() + " " + diagnostic.message() + " (" + diagnostic.help() + ")")
                .toList();
    }
}
