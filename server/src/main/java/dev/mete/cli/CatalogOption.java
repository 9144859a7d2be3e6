package dev.mete.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model catalog a command goes by. */
final class CatalogOption {
    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "The model catalog. Default: the nearest catalog.json")
    private @Nullable Path file;

    /** The catalog that is named; null for the nearest one. */
    @Nullable
    Path file() {
        return file;
    }
}
