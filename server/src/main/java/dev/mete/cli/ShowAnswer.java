package dev.mete.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mete.engine.json.JsonForms;
import dev.mete.server.decide.Answer;
import dev.mete.server.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** An answer for people: the decision first, then what made it. */
final class ShowAnswer {
    private static final ObjectMapper JSON =
            new ObjectMapper(JsonForms.factory()).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Palette palette;

    ShowAnswer(Palette palette) {
        this.palette = palette;
    }

    String of(Answer answer) {
        return switch (answer) {
            case Answer.Decided(byte[] json) -> decision(tree(json));
            case Answer.Failed(Problem problem) -> problem(problem);
        };
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer is JSON", e);
        }
    }

    private String decision(JsonNode decision) {
        var text = new StringBuilder();
        text.append(palette.bold(plan(decision))).append('\n');
        text.append("  bucket ").append(decision.get("bucket").asText());
        text.append(", rule \"").append(decision.get("rule").asText()).append("\"\n");
        ShowEstimate.choice(text, decision.path("choice"));
        ShowEstimate.estimate(text, decision.path("estimate"));
        if (decision.has("asked")) {
            var asked = new ArrayList<String>();
            decision.get("asked")
                    .properties()
                    .forEach(part ->
                            asked.add(part.getKey() + " " + part.getValue().asText()));
            text.append("  asked for: ").append(String.join(", ", asked)).append('\n');
        }
        decision.path("limited_by")
                .forEach(limit ->
                        text.append("  limited by: ").append(limit.asText()).append('\n'));
        decision.path("passed_over")
                .forEach(model -> text.append("  passed over: ")
                        .append(model.get("model").asText())
                        .append(" ")
                        .append(model.get("reason").asText())
                        .append('\n'));
        decision.get("fallbacks")
                .forEach(plan -> text.append("  fallback: ").append(plan(plan)).append('\n'));
        if (decision.has("explanation")) {
            decision.get("explanation").properties().forEach(part -> part(text, part.getKey(), part.getValue()));
        }
        return text.toString();
    }

    private static String plan(JsonNode plan) {
        String timeout =
                plan.has("timeout_ms") ? ", timeout " + plan.get("timeout_ms").asLong() + " ms" : "";
        return plan.get("model").asText() + ", effort " + plan.get("effort").asText() + ", cap "
                + plan.get("token_cap").asLong() + " tokens ("
                + plan.get("thinking_tokens").asLong() + " thinking)" + timeout;
    }

    private void part(StringBuilder text, String name, JsonNode part) {
        if (name.equals("candidates")) {
            text.append(name).append(":\n");
            new ShowCandidates(palette).show(text, part);
        } else {
            lines(text, name, part);
        }
    }

    private void lines(StringBuilder text, String kind, JsonNode lines) {
        if (!lines.isEmpty()) {
            text.append(kind).append(":\n");
        }
        for (JsonNode line : lines) {
            boolean held = line.get("held").asBoolean();
            text.append("  ")
                    .append(held ? palette.good("yes") : palette.dim("no "))
                    .append(' ');
            text.append(line.get("name").asText()).append('\n');
            if (line.has("failed")) {
                JsonNode failed = line.get("failed");
                text.append("      ").append(failed.get("condition").asText());
                text.append(": ").append(failed.get("met").asText()).append('\n');
            }
        }
    }

    private String problem(Problem problem) {
        var text = new StringBuilder(palette.bad("no decision"))
                .append(": ")
                .append(problem.detail())
                .append('\n');
        List<Problem.Item> items = problem.problems();
        for (Problem.Item item : items) {
            text.append("  ");
            if (item.code() != null) {
                text.append(item.code()).append(' ');
            }
            if (item.pointer() != null && !item.pointer().isEmpty()) {
                text.append(item.pointer()).append(": ");
            }
            text.append(item.message()).append('\n');
            if (item.help() != null) {
                text.append("    = help: ").append(item.help()).append('\n');
            }
        }
        return text.toString();
    }
}
