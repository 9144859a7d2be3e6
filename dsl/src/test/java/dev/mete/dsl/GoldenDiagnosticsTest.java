package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.dsl.report.Code;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.policy.PolicySource.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each policy of the folder beside exactly what reading it says. {@code -Dgolden.update=true} writes the expected texts anew. */
final class GoldenDiagnosticsTest {
    private static final Path FOLDER = Path.of("src/test/resources/diagnostics");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TestFactory
    Stream<DynamicTest> diagnosticsAreExactlyAsExpected() throws IOException {
        var written = files(".mete").map(file -> new Case(name(file), text(file)));
        return Stream.concat(
                        written,
                        LargeFiles.cases().entrySet().stream().map(entry -> new Case(entry.getKey(), entry.getValue())))
                .map(golden -> DynamicTest.dynamicTest(golden.name(), golden::check));
    }

    @Test
    void everyCodeHasACase() throws IOException {
        String all = files(".expected").map(GoldenDiagnosticsTest::text).collect(Collectors.joining());
        assertThat(Code.values()).allSatisfy(code -> assertThat(all).contains("[" + code.text() + "]"));
    }

    @Test
    void thereAreManyCases() throws IOException {
        assertThat(files(".expected").count()).isGreaterThanOrEqualTo(70);
    }

    private record Case(String name, String policy) {
        /** Cases about money go by a catalog that knows it. */
        private Catalog catalog() {
            return name.startsWith("money-and") ? Models.WEIGHED : Models.CATALOG;
        }

        void check() throws IOException {
            var source = new PolicySource(Source.of(name + ".mete", policy), GoldenDiagnosticsTest::included);
            String actual = DiagnosticText.render(
                    new MeteLanguage().read(source, catalog()).diagnostics());
            Path expected = FOLDER.resolve(name + ".expected");
            if (UPDATE) {
                Files.writeString(expected, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(expected));
        }
    }

    private static Found included(Source from, String path) {
        if (path.startsWith("many-")) {
            return new Found.File(Source.of("included/" + path, ""));
        }
        Path file = FOLDER.resolve("included").resolve(path);
        return Files.exists(file)
                ? new Found.File(Source.of("included/" + path, text(file)))
                : new Found.Missing("there is no such file");
    }

    private static Stream<Path> files(String ending) throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".mete", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
