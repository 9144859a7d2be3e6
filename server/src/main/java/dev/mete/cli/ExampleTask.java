package dev.mete.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** A request with the features that a policy requires, and those that say what a task is worth, at values that are as good as any. */
final class ExampleTask {
    /** What a caller knows of nearly every task. */
    private static final Set<String> TELLING =
            Set.of("type", "complexity", "error_cost", "latency_tolerance", StandardFeatures.INPUT_TOKENS);

    /** Words that show more than the first one of their feature. */
    private static final Set<String> SHOWN = Set.of("debugging", "high");

    private ExampleTask() {}

    /** The request with all telling features that the policy reads where it decides that one; else the one with no more than it requires. */
    static Optional<String> request(CompiledPolicy policy) {
        TaskSchema schema = policy.schema();
        return Stream.of(
                        request(
                                schema,
                                slot -> schema.reads(slot)
                                        && TELLING.contains(schema.feature(slot).name())),
                        request(schema, _ -> false))
                .filter(request -> isDecided(policy, request))
                .findFirst();
    }

    private static String request(TaskSchema schema, IntPredicate isTold) {
        var text = new StringWriter();
        try (JsonGenerator out = JsonForms.factory().createGenerator(text)) {
            out.writeStartObject();
            out.writeObjectFieldStart("task");
            for (int slot = 0; slot < schema.size(); slot++) {
                if (schema.requires(slot) || isTold.test(slot)) {
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

    private static boolean isDecided(CompiledPolicy policy, String request) {
        var body = Body.of(request.getBytes(StandardCharsets.UTF_8));
        return new AnswerTask(DecisionListener.NONE).answer(policy, body, false) instanceof Answer.Decided;
    }

    private static void feature(JsonGenerator out, Feature feature) throws IOException {
        out.writeFieldName(feature.jsonName());
        switch (feature.type()) {
            case FeatureType.Flag() -> out.writeBoolean(true);
            case FeatureType.OneOf(var values, var _) ->
                out.writeString(
                        values.stream().filter(SHOWN::contains).findFirst().orElse(values.getFirst()));
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
                            case TOKENS -> 12_000;
                            case MONEY -> 80;
                            case DURATION -> 90_000;
                            case PERCENT -> 10;
                        })
                .multiply(BigDecimal.valueOf(unit.scale()))
                .longValueExact();
    }
}
