package dev.mete.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.load.Loading;
import dev.mete.fixtures.FixtureRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that teaches to write policies teaches what is so: each of its blocks is run. */
final class WritingPoliciesTest {
    private static final Path PAGE = Path.of("../docs/writing-policies.md");
    private static final String OTHERWISE = "\notherwise ";

    @TempDir
    private Path folder;

    private Path rules;
    private Path policy;

    @BeforeEach
    void layOutTheFolder() throws IOException {
        rules = folder.resolve("rules");
        policy = rules.resolve("help-center");
        Files.createDirectories(policy.resolve("fixtures"));
        Files.copy(Shipped.ROOT.resolve(CatalogJson.FILE), rules.resolve(CatalogJson.FILE));
        Files.copy(Shipped.ROOT.resolve("guardrails.mete"), rules.resolve("guardrails.mete"));
    }

    @Test
    void everyStepIsAPolicyThatPassesItsTests() throws IOException {
        var steps = blocks("mete");
        assertThat(steps).hasSizeGreaterThan(5);

        for (int step = 1; step <= steps.size(); step++) {
            write(assembled(steps.subList(0, step)));

            assertThat(problems()).as("step %d", step).isEmpty();
        }
    }

    @Test
    void theFixturesPass() throws IOException {
        write(assembled(blocks("mete")));
        Files.writeString(
                policy.resolve("fixtures/letters.yaml"), blocks("yaml").getFirst());

        var report = FixtureRunner.run(rules, Shipped.LOADER).getFirst();

        assertThat(DiagnosticText.render(report.problems())).isEmpty();
        assertThat(report.cases())
                .isGreaterThan(report.suites().getFirst().cases().size());
    }

    @Test
    void theMistakesAreShownAsThePageShowsThem() throws IOException {
        write(assembled(blocks("mete"))
                .replace("and latency_tolerance >= 20s", "and error_cost >= 20s")
                .replace("then strong, effort low", "then strng, effort low"));

        assertThat(problems().strip()).isEqualTo(blocks("text").getFirst().strip());
    }

    private String problems() {
        Loading loading = Shipped.LOADER.load(Shipped.LOADER.folder(policy, rules), Shipped.catalog());
        if (loading instanceof Loading.Loaded(var loaded, var diagnostics, var _)) {
            try (loaded) {
                return DiagnosticText.render(
                        FixtureRunner.run(loaded, diagnostics, List.of(), Shipped.LOADER, Shipped.catalog())
                                .problems());
            }
        }
        return DiagnosticText.render(loading.diagnostics());
    }

    private void write(String text) throws IOException {
        Files.writeString(policy.resolve("policy.mete"), text);
    }

    /** The first block, with each other one above its {@code otherwise}. */
    private static String assembled(List<String> blocks) {
        String text = blocks.getFirst();
        for (String block : blocks.subList(1, blocks.size())) {
            text = text.replace(OTHERWISE, "\n" + block + OTHERWISE);
        }
        return text;
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
