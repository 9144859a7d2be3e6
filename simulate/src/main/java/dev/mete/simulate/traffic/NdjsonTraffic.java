package dev.mete.simulate.traffic;

import java.io.IOException;

/** Traffic as lines of JSON: tasks, tasks wrapped with what is known of them, or the log of decisions. */
public final class NdjsonTraffic implements Traffic {
    private final String name;
    private final TrafficSource source;

    public NdjsonTraffic(String name, TrafficSource source) {
        this.name = name;
        this.source = source;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isRepeatable() {
        return source.isRepeatable();
    }

    @Override
    public void read(Listener listener) throws IOException {
        try (var in = source.open()) {
            var lines = new Lines(in);
            while (lines.next()) {
                if (lines.isTooLong()) {
                    listener.broken(lines.number(), "the line is longer than 1 MiB");
                } else {
                    lines.tell(listener);
                }
            }
        }
    }
}
