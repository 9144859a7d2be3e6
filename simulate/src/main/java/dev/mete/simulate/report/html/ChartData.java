package dev.mete.simulate.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.simulate.report.ContenderReport;
import dev.mete.simulate.report.Group;
import dev.mete.simulate.report.Latency;
import dev.mete.simulate.report.Patience;
import dev.mete.simulate.report.SimulationReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the charts of a report draw, as the JSON that the page's script reads: for each chart its labels and a row of numbers per contender. */
final class ChartData {
    private static final int MOST_GROUPS = 12;
    private static final String OTHERS = "others";
    private static final double MILLIS_PER_SECOND = 1_000;

    private final SimulationReport report;

    ChartData(SimulationReport report) {
        this.report = report;
    }

    /** The data of all charts; no text of it can end the script that it stands in. */
    String json() {
        var text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.writeStartObject();
            out.writeArrayFieldStart("contenders");
            for (ContenderReport contender : report.contenders()) {
                out.writeString(contender.name());
            }
            out.writeEndArray();
            out.writeObjectFieldStart("charts");
            groups(out, "buckets", ContenderReport::byBucket);
            groups(out, "rules", ContenderReport::byRule);
            groups(out, "models", ContenderReport::byModel);
            groups(out, "tenants", ContenderReport::byTenant);
            money(out);
            latency(out);
            patience(out);
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a text does not fail", e);
        }
        return text.toString()
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private void money(JsonGenerator out) throws IOException {
        boolean isDaily = report.contenders().stream().allMatch(contender -> contender.rate() != null);
        var rows = new ArrayList<List<Double>>();
        for (ContenderReport contender : report.contenders()) {
            var rate = contender.rate();
            BigDecimal calls = isDaily && rate != null ? rate.dollarsPerDay() : dollars(contender.total());
            rows.add(List.of(calls.doubleValue()));
        }
        chart(out, "money", "$", List.of("calls"), rows);
    }

    private void latency(JsonGenerator out) throws IOException {
        var rows = new ArrayList<List<Double>>();
        for (ContenderReport contender : report.contenders()) {
            Latency latency = contender.total().latency();
            rows.add(
                    latency == null
                            ? List.of()
                            : List.of(seconds(latency.p50()), seconds(latency.p95()), seconds(latency.p99())));
        }
        chart(out, "latency", "s", List.of("half", "95 in 100", "99 in 100"), rows);
    }

    private void patience(JsonGenerator out) throws IOException {
        var rows = new ArrayList<List<Double>>();
        for (ContenderReport contender : report.contenders()) {
            rows.add(
                    contender.patience() == null
                            ? List.of()
                            : contender.patience().bands().stream()
                                    .map(band -> band.share().doubleValue() * 100)
                                    .toList());
        }
        chart(out, "patience", "%", Patience.labels(), rows);
    }

    /** Dollars by group: the largest of any contender first, those beyond the twelfth together. */
    private void groups(JsonGenerator out, String name, Function<ContenderReport, List<Group>> by) throws IOException {
        Map<String, BigDecimal> largest = new HashMap<>();
        for (ContenderReport contender : report.contenders()) {
            for (Group group : by.apply(contender)) {
                largest.merge(group.name(), dollars(group), BigDecimal::max);
            }
        }
        var labels = new ArrayList<>(largest.keySet().stream()
                .sorted(Comparator.comparing((String group) -> largest.getOrDefault(group, BigDecimal.ZERO))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_GROUPS)
                .toList());
        if (largest.size() > labels.size() && !labels.contains(OTHERS)) {
            labels.add(OTHERS);
        }
        var rows = new ArrayList<List<Double>>();
        for (ContenderReport contender : report.contenders()) {
            double[] row = new double[labels.size()];
            for (Group group : by.apply(contender)) {
                int place = labels.contains(group.name()) ? labels.indexOf(group.name()) : labels.indexOf(OTHERS);
                row[place] += dollars(group).doubleValue();
            }
            rows.add(Arrays.stream(row).boxed().toList());
        }
        chart(out, name, "$", labels, rows);
    }

    private static void chart(JsonGenerator out, String name, String unit, List<String> labels, List<List<Double>> rows)
            throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("unit", unit);
        out.writeArrayFieldStart("labels");
        for (String label : labels) {
            out.writeString(label);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("rows");
        for (List<Double> row : rows) {
            out.writeStartArray();
            for (double number : row) {
                out.writeNumber(number);
            }
            out.writeEndArray();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** The known dollars of a group, as long as a bar is. */
    private static BigDecimal dollars(Group group) {
        return group.dollars() == null ? BigDecimal.ZERO : group.dollars().mean();
    }

    private static double seconds(long millis) {
        return millis / MILLIS_PER_SECOND;
    }
}
