package dev.mete.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mete.cli.TextTable.Column;
import java.util.function.Function;

/** The plans that a rule chose from, side by side: what each would have come to, and at which cost of an error it would have been taken. */
final class ShowCandidates {
    private static final String UNKNOWN = "-";

    private final Palette palette;

    ShowCandidates(Palette palette) {
        this.palette = palette;
    }

    void show(StringBuilder text, JsonNode candidates) {
        var table = new TextTable(
                Column.text("  "),
                Column.text("model"),
                Column.text("effort"),
                Column.number("cost"),
                Column.number("latency"),
                Column.number("95 in 100"),
                Column.number("wrong"),
                Column.number("loss"),
                Column.number("even at"),
                Column.text("why not"));
        for (JsonNode candidate : candidates) {
            table.row(
                    candidate.get("chosen").asBoolean() ? " >" : "  ",
                    candidate.get("model").asText(),
                    candidate.get("effort").asText(),
                    cell(candidate.path("cost_usd"), ShowEstimate::dollars),
                    cell(candidate.at("/latency_ms/mean"), ShowEstimate::time),
                    cell(candidate.at("/latency_ms/p95"), ShowEstimate::time),
                    cell(candidate.path("error_probability"), ShowEstimate::percent),
                    cell(candidate.path("loss_usd"), ShowEstimate::dollars),
                    cell(candidate.path("break_even_error_cost_usd"), ShowEstimate::dollars),
                    whyNot(candidate.path("failed")));
        }
        text.append(table.text(palette));
    }

    private static String cell(JsonNode figure, Function<JsonNode, String> shown) {
        return figure.isMissingNode() ? UNKNOWN : shown.apply(figure);
    }

    private static String whyNot(JsonNode failed) {
        return failed.isMissingNode()
                ? ""
                : failed.get("condition").asText() + ": " + failed.get("met").asText();
    }
}
