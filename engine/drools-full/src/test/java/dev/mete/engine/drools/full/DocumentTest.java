package dev.mete.engine.drools.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.drools.TestCatalog;
import dev.mete.engine.drools.drl.DrlLanguage;
import dev.mete.engine.drools.network.DroolsEngine;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/drools.md} says is so. */
class DocumentTest {
    private static final Pattern QUOTED_CODE = Pattern.compile("\"(D\\d{4})\"");

    @Test
    void itsTableHasTheCodesOfTheSourcesAndNoOther() throws IOException {
        assertThat(documented()).containsExactlyElementsOf(written());
    }

    /** The codes in the first column of a table, those within a range too. */
    private static List<String> documented() {
        return Document.text()
                .lines()
                .filter(line -> line.startsWith("| D"))
                .map(line -> line.split("\\|", 3)[1])
                .flatMap(column -> Stream.of(column.split(",")))
                .flatMap(part -> range(part.strip().split("–")))
                .sorted()
                .toList();
    }

    private static Stream<String> range(String... ends) {
        int first = Integer.parseInt(ends[0].substring(1));
        int last = Integer.parseInt(ends[ends.length - 1].substring(1));
        return IntStream.rangeClosed(first, last).mapToObj("D%04d"::formatted);
    }

    private static List<String> written() throws IOException {
        try (var full = Files.walk(Path.of("src/main/java"));
                var restricted = Files.walk(Path.of("../drools/src/main/java"))) {
            return Stream.concat(full, restricted)
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> QUOTED_CODE.matcher(Document.text(file)).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @Test
    void itsSettingChoosesTheEngine(@TempDir Path root) throws IOException {
        MatchResult setting = Pattern.compile("`(\\S+)` beside `(\\S+)` with the line `(\\S+)`")
                .matcher(Document.text())
                .results()
                .findFirst()
                .orElseThrow();
        Path folder = Files.createDirectory(root.resolve("answer-desk"));
        Files.writeString(folder.resolve(setting.group(2)), Document.policy().text());
        assertThat(engine(folder, root)).isEqualTo(DroolsEngine.NAME);
        Files.writeString(folder.resolve(setting.group(1)), setting.group(3) + "\n");
        assertThat(engine(folder, root)).isEqualTo("native");
    }

    private static String engine(Path folder, Path root) {
        var loader = new PolicyLoader(List.of(new DrlLanguage()), List.of(new DroolsEngine(), new NativeEngine()));
        var loading = loader.load(loader.folder(folder, root), TestCatalog.catalog());
        assertThat(loading).as(DiagnosticText.render(loading.diagnostics())).isInstanceOf(Loading.Loaded.class);
        try (var policy = ((Loading.Loaded) loading).policy()) {
            return policy.info().engine();
        }
    }

    @Test
    void itsLimitsOfFullDrlAreThoseThatHold() {
        String text = Document.text().replaceAll("\\s+", " ");
        assertThat(text)
                .contains("`-D" + FullDrlLanguage.TIME_LIMIT + "=`")
                .contains("Rules may fire "
                        + NumberFormat.getIntegerInstance(Locale.ROOT).format(Run.MOST_FIRINGS) + " times");
        assertThat(FullDrlLanguage.DEFAULT_TIME_LIMIT_MILLIS).isEqualTo(1_000);
        assertThat(text).contains("A decision ends after one second");
        assertThat(Workers.MOST_LOST).isEqualTo(4);
        assertThat(text).contains("once four of one policy are");
    }
}
