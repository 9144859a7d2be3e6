package dev.mete.engine.drools.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.drools.TestCatalog;
import dev.mete.engine.policy.PolicySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about bad files: each `case.drl` has its `case.expected` beside it, rewritten with {@code -Dgolden.update=true}. */
class DiagnosticsTest {
    private static final Path FOLDER = Path.of("src/test/resources/diagnostics");
    private static final Pattern CODE = Pattern.compile("^error\\[([A-Z]\\d{4})]", Pattern.MULTILINE);

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".drl"))
                    .map(name -> name.substring(0, name.length() - ".drl".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachMistakeIsShownWhereItIs(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name + ".drl"));
        String said = DiagnosticText.render(diagnostics(name + ".drl", text));
        Path expected = FOLDER.resolve(name + ".expected");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected));
    }

    @Test
    void everyCodeOfTheLanguageIsShownByACase() throws IOException {
        var shown = cases().stream().flatMap(DiagnosticsTest::codes).distinct().toList();
        var made = Stream.of(Code.values()).map(Code::text).filter(code -> !OVER_A_LIMIT.contains(code));
        assertThat(shown).containsAll(made.toList());
    }

    /** What takes a file too large to keep; {@link LimitsTest} makes those. */
    private static final List<String> OVER_A_LIMIT = Stream.of(
                    Code.FILE_TOO_LARGE, Code.TOO_MANY_LINES, Code.TOO_MANY_RULES, Code.MORE_MISTAKES)
            .map(Code::text)
            .toList();

    static List<Diagnostic> diagnostics(String name, String text) {
        return new DrlLanguage()
                .read(PolicySource.of(Source.of(name, text)), TestCatalog.catalog())
                .diagnostics();
    }

    private static Stream<String> codes(String name) {
        try {
            return CODE.matcher(Files.readString(FOLDER.resolve(name + ".expected")))
                    .results()
                    .map(match -> match.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
