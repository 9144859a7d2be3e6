package dev.mete.simulate.traffic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.mete.engine.json.JsonForms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Traffic as CSV: a head of feature names, or the trace of a service whose missing features a mix makes up. A record is one line. */
public final class CsvTraffic implements Traffic {
    private static final CsvFactory FACTORY =
            CsvFactory.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final String name;
    private final TrafficSource source;
    private final @Nullable Mix mix;
    private final long seed;

    /**
     * A table.
     *
     * @param mix what to add to traces; null for the usual mix
     * @param seed of what the mix draws
     */
    public CsvTraffic(String name, TrafficSource source, @Nullable Mix mix, long seed) {
        this.name = name;
        this.source = source;
        this.mix = mix;
        this.seed = seed;
    }

    /** What a head makes of the lines below it. */
    interface Rows {
        TrafficRecord row(long line, List<String> cells) throws IOException;
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
            if (!lines.next()) {
                return;
            }
            List<String> head = head(lines);
            Rows rows = rows(head, listener);
            while (lines.next()) {
                try {
                    if (lines.isTooLong()) {
                        throw new BrokenLine("the line is longer than 1 MiB");
                    }
                    List<String> cells = cells(lines.bytes());
                    if (cells.size() != head.size()) {
                        throw new BrokenLine(cells.size() + " cells under a head of " + head.size());
                    }
                    listener.take(rows.row(lines.number(), cells));
                } catch (BrokenLine e) {
                    listener.broken(lines.number(), e.reason());
                } catch (JsonProcessingException e) {
                    listener.broken(lines.number(), "it is no CSV: " + JsonForms.message(e));
                }
            }
        }
    }

    private static List<String> head(Lines lines) throws IOException {
        try {
            return cells(lines.bytes());
        } catch (JsonProcessingException e) {
            throw new UnreadableTraffic("its head is no CSV: " + JsonForms.message(e));
        }
    }

    private Rows rows(List<String> head, Listener listener) throws UnreadableTraffic {
        var trace = TraceRows.columns(head);
        if (trace.isPresent()) {
            Mix added = mix == null ? Mix.usual() : mix;
            listener.note("assumed: lengths are those of the trace `" + name
                    + "`, all other features are made up by the mix `" + added.name() + "`; its times set no prices");
            return new TraceRows(trace.get(), added, seed);
        }
        if (mix != null) {
            throw new UnreadableTraffic("a mix adds features to a trace, and this is a table of features");
        }
        return FeatureRows.of(head);
    }

    private static List<String> cells(byte[] line) throws IOException {
        var cells = new ArrayList<String>();
        try (JsonParser parser = FACTORY.createParser(line)) {
            parser.nextToken();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                cells.add(parser.getText().strip());
            }
        }
        return cells;
    }
}
