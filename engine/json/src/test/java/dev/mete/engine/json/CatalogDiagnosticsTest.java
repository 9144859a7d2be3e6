package dev.mete.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a catalog of mistakes is answered with, exactly. {@code -Dgolden.update=true} writes the expected texts anew. */
final class CatalogDiagnosticsTest {
    private static final Path FOLDER = Path.of("src/test/resources/catalogs");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final int FIFTY_MEGABYTES = 50 << 20;

    /** A negative price, a missing limit, an effort that does not exist, overlapping days, nesting: each with its pointer. */
    @Test
    void oneReportHasEveryProblem() throws IOException {
        check("broken", CatalogJson.read(FOLDER.resolve("broken.json"), "broken.json"));
    }

    @Test
    void aCatalogOfFiftyMegabytesIsRefused(@TempDir Path folder) throws IOException {
        byte[] bytes = new byte[FIFTY_MEGABYTES];
        Arrays.fill(bytes, (byte) ' ');
        Path file = Files.write(folder.resolve("catalog.json"), bytes);

        check("large", CatalogJson.read(file, "large.json"));
    }

    @Test
    void nestingWithoutEndIsRefused() throws IOException {
        check("deep", CatalogJson.read(Source.of("deep.json", "{\"models\":".repeat(200_000))));
    }

    private static void check(String name, CatalogReading reading) throws IOException {
        String actual = switch (reading) {
            case CatalogReading.Read(var catalog) -> throw new AssertionError("read " + catalog.ids());
            case CatalogReading.Failed(var diagnostics) -> DiagnosticText.render(diagnostics);
        };
        Path expected = FOLDER.resolve(name + ".expected");
        if (UPDATE) {
            Files.writeString(expected, actual, StandardCharsets.UTF_8);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
