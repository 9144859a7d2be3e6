package dev.mete.engine.json.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.json.JsonForms;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Plans to render, and what they are rendered to. */
final class Plans {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SHIPPED = Path.of("../../rules", CatalogJson.FILE);
    private static final long ANSWER = 1_000;

    private Plans() {}

    /** Every model of the shipped catalog that speaks a dialect, at every effort that it has. */
    static List<Plan> shipped(ApiDialect api) {
        var reading = CatalogJson.read(SHIPPED, CatalogJson.FILE);
        assertThat(reading).isInstanceOf(CatalogReading.Read.class);
        var plans = ((CatalogReading.Read) reading)
                .catalog().models().stream()
                        .filter(model -> model.api() == api)
                        .flatMap(Plans::atEveryEffort)
                        .toList();
        assertThat(plans).isNotEmpty();
        return plans;
    }

    static Stream<Plan> atEveryEffort(Model model) {
        return model.efforts().stream().map(effort -> at(model, effort));
    }

    static Plan at(Model model, Effort effort) {
        long thinking = model.thinkingFloor(effort);
        return new Plan(model, effort, thinking + ANSWER, thinking, Plan.NO_TIMEOUT);
    }

    /** The same plan of the same model behind another API. */
    static Plan through(ApiDialect api, Plan plan) {
        Model model = plan.model();
        var moved = new Model(
                model.id(),
                model.provider(),
                api,
                model.name(),
                model.contextWindow(),
                model.inputLimit(),
                model.outputLimit(),
                model.thinking(),
                model.lifecycle(),
                model.figures());
        return new Plan(moved, plan.effort(), plan.tokenCap(), plan.thinkingTokens(), plan.timeoutMillis());
    }

    /** All that is written for a plan. */
    static ObjectNode request(Plan plan) {
        var written = new StringWriter();
        try (var out = JsonForms.factory().createGenerator(written)) {
            out.writeStartObject();
            RequestJson.write(out, plan);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (ObjectNode) read(written.toString()).get("request");
    }

    /** What a caller merges. */
    static ObjectNode body(Plan plan) {
        return (ObjectNode) request(plan).get("body");
    }

    /** A caller's own request with the body merged into it. */
    static ObjectNode merged(String callers, Plan plan) {
        return read(callers).setAll(body(plan));
    }

    static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
