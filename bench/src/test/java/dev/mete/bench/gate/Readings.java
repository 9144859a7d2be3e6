package dev.mete.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.bench.gate.Memory.Used;
import dev.mete.bench.report.Figure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Memory of a JVM after numbers of reloads of one language. */
final class Readings {
    /** How often a policy is reloaded. */
    static final int RELOADS = 300;

    /** After how many reloads what is made once has been made. */
    static final int SETTLED = 50;

    private static final double MEGABYTE = 1 << 20;

    private final String language;
    private final Map<Integer, Used> readings = new TreeMap<>();

    Readings(String language) {
        this.language = language;
    }

    /** Reads the memory where this is a number of reloads to compare at. */
    void after(int reload, Memory memory) throws InterruptedException {
        if (reload == SETTLED || reload % 100 == 0) {
            readings.put(reload, memory.used());
        }
    }

    /** Holds the last reading to the settled one. */
    void assertFlat() throws IOException {
        Used settled = readings.get(SETTLED);
        Used last = readings.get(RELOADS);
        assertThat(settled).isNotNull();
        assertThat(last).isNotNull();
        long percent = Gate.limit("reload.growth.percent");
        assertThat(last.heap()).as("heap, %s", readings).isLessThan(grown(settled.heap(), percent));
        assertThat(last.metaspace()).as("metaspace, %s", readings).isLessThan(grown(settled.metaspace(), percent));
    }

    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        readings.forEach((reload, used) -> {
            var parameters = Map.of("language", language, "reload", "%3d".formatted(reload));
            figures.add(Figure.of("heap after full collections", parameters, used.heap() / MEGABYTE, "MiB"));
            figures.add(Figure.of("metaspace", parameters, used.metaspace() / MEGABYTE, "MiB"));
        });
        return figures;
    }

    private static long grown(long bytes, long percent) {
        return bytes + bytes * percent / 100;
    }
}
