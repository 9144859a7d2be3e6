package dev.mete.simulate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a report's groups as CSV: a line for each contender, bucket, rule, model and tenant. Stateless, thread-safe. */
public final class ReportCsv {
    private static final List<String> NAMES = List.of("contender", "kind", "by", "name");

    private static final String ALL = "all";

    /** What stands in the columns after the names. */
    private static final List<Column> COLUMNS = columns();

    private ReportCsv() {}

    private record Column(String name, Function<Group, @Nullable Object> figure) {}

    private static List<Column> columns() {
        var columns = new ArrayList<Column>();
        columns.add(new Column("requests", Group::requests));
        interval(columns, "dollars", Group::dollars);
        columns.add(new Column("estimated_dollars", Group::estimatedDollars));
        interval(columns, "thinking_tokens", Group::thinkingTokens);
        interval(columns, "visible_tokens", Group::visibleTokens);
        columns.add(new Column("latency_ms_p50", group -> latency(group, Latency::p50)));
        columns.add(new Column("latency_ms_p95", group -> latency(group, Latency::p95)));
        columns.add(new Column("latency_ms_p99", group -> latency(group, Latency::p99)));
        interval(columns, "misses", Group::misses);
        interval(columns, "cut_offs", Group::cutOffs);
        interval(columns, "errors", Group::errors);
        columns.add(new Column("expected_errors", Group::expectedErrors));
        interval(columns, "error_dollars", Group::errorDollars);
        columns.add(new Column("gpu_seconds", Group::gpuSeconds));
        columns.add(new Column("slot_seconds", Group::slotSeconds));
        columns.add(new Column("unknown_costs", group -> group.unknown().costs()));
        columns.add(new Column("unknown_tokens", group -> group.unknown().tokens()));
        columns.add(new Column("unknown_latencies", group -> group.unknown().latencies()));
        columns.add(new Column("unknown_errors", group -> group.unknown().errors()));
        columns.add(new Column("unknown_error_costs", group -> group.unknown().errorCosts()));
        columns.add(new Column("unknown_deadlines", group -> group.unknown().deadlines()));
        return columns;
    }

    private static void interval(List<Column> columns, String name, Function<Group, @Nullable Interval> figure) {
        columns.add(new Column(name, group -> part(figure.apply(group), Interval::mean)));
        columns.add(new Column(name + "_low", group -> part(figure.apply(group), Interval::low)));
        columns.add(new Column(name + "_high", group -> part(figure.apply(group), Interval::high)));
    }

    private static @Nullable BigDecimal part(@Nullable Interval interval, Function<Interval, BigDecimal> part) {
        return interval == null ? null : part.apply(interval);
    }

    private static @Nullable Long latency(Group group, Function<Latency, Long> figure) {
        return group.latency() == null ? null : figure.apply(group.latency());
    }

    /** Writes a report, and does not close the writer. */
    public static void write(SimulationReport report, Writer out) throws IOException {
        var schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\n");
        NAMES.forEach(schema::addColumn);
        COLUMNS.forEach(column -> schema.addColumn(column.name()));
        bandNames().forEach(schema::addColumn);
        try (CsvGenerator csv = new CsvFactory().createGenerator(out)) {
            csv.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            csv.setSchema(schema.build());
            for (ContenderReport contender : report.contenders()) {
                for (var groups : groups(contender).entrySet()) {
                    for (Group group : groups.getValue()) {
                        line(csv, contender, groups.getKey(), group);
                    }
                }
            }
        }
    }

    private static Map<String, List<Group>> groups(ContenderReport contender) {
        var groups = new TreeMap<String, List<Group>>();
        groups.put(ALL, List.of(contender.total()));
        groups.put("bucket", contender.byBucket());
        groups.put("model", contender.byModel());
        groups.put("rule", contender.byRule());
        groups.put("tenant", contender.byTenant());
        return groups;
    }

    private static void line(CsvGenerator csv, ContenderReport contender, String by, Group group) throws IOException {
        csv.writeStartArray();
        csv.writeString(contender.name());
        csv.writeString(contender.kind().name().toLowerCase(Locale.ROOT));
        csv.writeString(by);
        csv.writeString(group.name());
        for (Column column : COLUMNS) {
            Object figure = column.figure().apply(group);
            switch (figure) {
                case null -> csv.writeString("");
                case BigDecimal number -> csv.writeNumber(number.toPlainString());
                default -> csv.writeNumber(figure.toString());
            }
        }
        Patience patience = by.equals(ALL) ? contender.patience() : null;
        if (patience != null) {
            for (Patience.Band band : patience.bands()) {
                csv.writeNumber(band.share().toPlainString());
            }
        }
        csv.writeEndArray();
    }

    /** The shares of the bands of patience; only all requests together have them. */
    private static List<String> bandNames() {
        int most = Patience.ENDS.getLast();
        return Stream.concat(
                        Patience.ENDS.stream().map(end -> "share_to_" + end + "_percent"),
                        Stream.of("share_over_" + most + "_percent"))
                .toList();
    }
}
