package dev.mete.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import dev.mete.server.decide.Answer;
import dev.mete.server.decide.AnswerTask;
import dev.mete.server.decide.Body;
import dev.mete.server.decide.DecisionListener;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** A request with all features that a policy requires, at values that are as good as any. */
final class ExampleTask {
    private ExampleTask() {}

    static String request(TaskSchema schema) {
        var text = new StringWriter();
        try (JsonGenerator out = JsonForms.factory().createGenerator(text)) {
            out.writeStartObject();
            out.writeObjectFieldStart("task");
            for (int slot = 0; slot < schema.size(); slot++) {
                if (schema.requires(slot)) {
                    feature(out, schema.feature(slot));
                }
            }
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", e);
        }
        return text.toString();
    }

    /** Whether a policy has a decision for the request. */
    static boolean isDecided(CompiledPolicy policy, String request) {
        var body = Body.of(request.getBytes(StandardCharsets.UTF_8));
        return new AnswerTask(DecisionListener.NONE).answer(policy, body, false) instanceof Answer.Decided;
    }

    private static void feature(JsonGenerator out, Feature feature) throws IOException {
        out.writeFieldName(feature.jsonName());
        switch (feature.type()) {
            case FeatureType.Flag() -> out.writeBoolean(true);
            case FeatureType.OneOf(var values, var _) -> out.writeString(values.getFirst());
            case FeatureType.Text() -> out.writeString("example");
            case FeatureType.TextSet() -> {
                out.writeStartArray();
                out.writeString("example");
                out.writeEndArray();
            }
            case FeatureType.Quantity(Unit unit, long least, long most) ->
                out.writeNumber(
                        unit.inUnits(Math.clamp(usual(unit), least, most)).toPlainString());
        }
    }

    /** A value in smallest parts that people would send. */
    private static long usual(Unit unit) {
        return BigDecimal.valueOf(
                        switch (unit) {
                            case NUMBER -> 1;
                            case TOKENS -> 2_000;
                            case MONEY -> 5;
                            case DURATION -> 20_000;
                            case PERCENT -> 10;
                        })
                .multiply(BigDecimal.valueOf(unit.scale()))
                .longValueExact();
    }
}
