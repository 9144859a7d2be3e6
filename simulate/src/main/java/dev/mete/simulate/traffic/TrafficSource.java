package dev.mete.simulate.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where traffic is read from. */
public interface TrafficSource {
    /** The bytes, from the beginning. */
    InputStream open() throws IOException;

    /** Whether it can be opened twice. */
    boolean isRepeatable();

    /** A file. */
    static TrafficSource of(Path file) {
        return new TrafficSource() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public boolean isRepeatable() {
                return Files.isRegularFile(file);
            }
        };
    }

    /** A stream that is read once. */
    static TrafficSource once(InputStream in) {
        return new TrafficSource() {
            @Override
            public InputStream open() {
                return in;
            }

            @Override
            public boolean isRepeatable() {
                return false;
            }
        };
    }
}
