package dev.mete.engine.drools.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.drools.TestCatalog;
import dev.mete.engine.policy.PolicySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about full DRL that does not compile: each `case.drl` has its `case.expected`, rewritten with {@code -Dgolden.update=true}. */
class CompilerMessagesTest {
    private static final Path FOLDER = Path.of("src/test/resources/diagnostics");

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachMistakeIsShownAsNearToItsPlaceAsDroolsTells(Path file) throws IOException {
        var source = Source.of(file.getFileName().toString(), Files.readString(file));
        String said = DiagnosticText.render(new FullDrlLanguage()
                .read(PolicySource.of(source), TestCatalog.catalog())
                .diagnostics());
        Path expected = file.resolveSibling(source.name().replace(".drl", ".expected"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected));
    }
}
