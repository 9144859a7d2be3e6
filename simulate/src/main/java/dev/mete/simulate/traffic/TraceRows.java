package dev.mete.simulate.traffic;

import dev.mete.engine.task.StandardFeatures;
import dev.mete.simulate.chance.Chance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests of a published trace: lengths as they were, all else by a mix. */
final class TraceRows implements CsvTraffic.Rows {
    /** The heads of Azure's LLM inference traces and of Mooncake's trace as a table, with the feature in each column. */
    private static final Map<List<String>, List<String>> TRACES = Map.of(
            List.of("TIMESTAMP", "ContextTokens", "GeneratedTokens"),
            List.of("", StandardFeatures.INPUT_TOKENS, StandardFeatures.OUTPUT_TOKENS),
            List.of("timestamp_ms", "input_length", "output_length", "cached_prefix_tokens"),
            List.of("", StandardFeatures.INPUT_TOKENS, StandardFeatures.OUTPUT_TOKENS, StandardFeatures.CACHED_TOKENS));

    private final List<String> columns;
    private final Mix mix;
    private final Chance chance;

    TraceRows(List<String> columns, Mix mix, long seed) {
        this.columns = columns;
        this.mix = mix;
        this.chance = new Chance(seed);
    }

    /** The features of a trace's columns, where the head is that of a trace. */
    static Optional<List<String>> columns(List<String> head) {
        return Optional.ofNullable(TRACES.get(head));
    }

    @Override
    public TrafficRecord row(long line, List<String> cells) throws BrokenLine {
        var known = new LinkedHashMap<String, Long>();
        for (int column = 0; column < cells.size(); column++) {
            if (!columns.get(column).isEmpty()) {
                known.put(
                        columns.get(column), FeatureRows.whole(columns.get(column), cells.get(column), 0, 100_000_000));
            }
        }
        return new TrafficRecord(line, null, 1, mix.task(chance, line, known), Map.of());
    }
}
