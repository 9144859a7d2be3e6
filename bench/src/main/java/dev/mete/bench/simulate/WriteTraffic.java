package dev.mete.bench.simulate;

import dev.mete.simulate.traffic.GeneratedTraffic;
import dev.mete.simulate.traffic.Mix;
import dev.mete.simulate.traffic.Traffic;
import dev.mete.simulate.traffic.TrafficRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes made-up tasks as lines of JSON, the way that logged traffic has them. */
final class WriteTraffic {
    private static final byte[] START = "{\"task\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = ",\"at\":\"2026-11-22T09:30:00Z\"}\n".getBytes(StandardCharsets.UTF_8);

    private WriteTraffic() {}

    static void into(Path file, Mix mix, long tasks) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new GeneratedTraffic(mix, tasks, 1).read(new Lines(out));
        }
    }

    private record Lines(OutputStream out) implements Traffic.Listener {
        @Override
        public void take(TrafficRecord record) {
            try {
                out.write(START);
                out.write(record.task());
                out.write(END);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void broken(long line, String reason) {
            throw new IllegalStateException("line " + line + " is broken: " + reason);
        }

        @Override
        public void note(String note) {
            // that the tasks are made up does not matter to how fast they are read
        }

        @Override
        public void requestsPerDay(long line, long requests) {
            // neither does how many come in a day
        }
    }
}
