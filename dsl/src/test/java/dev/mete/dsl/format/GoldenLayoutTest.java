package dev.mete.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each file of the folder beside its canonical layout. {@code -Dgolden.update=true} writes the expected texts anew. */
final class GoldenLayoutTest {
    private static final Path FOLDER = Path.of("src/test/resources/format");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TestFactory
    Stream<DynamicTest> layoutsAreExactlyAsExpected() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    @Test
    void thereAreManyCases() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(30);
    }

    private static void check(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path expected = FOLDER.resolve(name.replace(".mete", ".formatted"));
        Formatting formatting = FormatPolicy.of(Source.of(name, Files.readString(file)));
        assertThat(formatting).isInstanceOf(Formatting.Formatted.class);
        String actual = ((Formatting.Formatted) formatting).text();
        if (UPDATE) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
        assertThat(FormatPolicy.of(Source.of(name, actual))).isEqualTo(formatting);
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".mete"))
                    .sorted()
                    .toList();
        }
    }
}
