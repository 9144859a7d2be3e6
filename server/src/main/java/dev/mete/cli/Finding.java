package dev.mete.cli;

import dev.mete.engine.diagnostic.Diagnostic;
import java.nio.file.Path;

/**
 * A diagnostic and where its file lies.
 *
 * @param root the folder that the file's name in messages starts from
 */
record Finding(Diagnostic diagnostic, Path root) {
    /** The file as it is found from the folder that the command runs in, where it lies below that. */
    String file() {
        Path parent = root.getParent();
        Path here = Path.of("").toAbsolutePath();
        Path file = (parent == null ? root : parent)
                .resolve(diagnostic.span().source().name());
        return (file.startsWith(here) ? here.relativize(file) : file).toString().replace('\\', '/');
    }
}
