package dev.mete.bench.gate;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The limits that {@code gate.properties} sets. */
final class Gate {
    /** The folder of the launcher. */
    static final Path ROOT = Path.of("..");

    private Gate() {}

    /** The limit of a name, in the unit that its name says. */
    static long limit(String name) throws IOException {
        var limits = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("gate.properties"))) {
            limits.load(file);
        }
        String limit = limits.getProperty(name);
        if (limit == null) {
            throw new IllegalStateException("gate.properties has no " + name);
        }
        return Long.parseLong(limit.strip());
    }
}
