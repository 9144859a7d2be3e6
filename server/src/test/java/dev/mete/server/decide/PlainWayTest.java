package dev.mete.server.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.json.DecisionJson;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.json.plain.AsciiBytes;
import dev.mete.engine.json.plain.PlainAnswers;
import dev.mete.engine.json.plain.PlainTasks;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The plain way reads and writes what the general one does, byte for byte, or leaves it to that. */
class PlainWayTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Catalog CATALOG = catalog();
    private static final List<CompiledPolicy> POLICIES = List.of(
            policy("rules/coding-assistant"),
            policy("rules/document-pipeline"),
            policy("rules/support-desk"),
            policy("examples/selective"));

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whatIsReadPlainlyIsReadAlike(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        for (CompiledPolicy policy : POLICIES) {
            byte[] body = request(policy.schema(), random).getBytes(StandardCharsets.UTF_8);
            Task plain = new PlainTasks(policy.schema()).request(body, 0, body.length);
            assertSame(policy, body, plain);
            mutate(body, random);
            assertSame(policy, body, new PlainTasks(policy.schema()).request(body, 0, body.length));
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenPlainlyIsWrittenAlike(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var verdict = new Verdict();
        for (CompiledPolicy policy : POLICIES) {
            byte[] body = request(policy.schema(), random).getBytes(StandardCharsets.UTF_8);
            Task task = new PlainTasks(policy.schema()).request(body, 0, body.length);
            if (task == null) {
                continue;
            }
            policy.decide(task, verdict);
            var bytes = new AsciiBytes();
            boolean isPlain =
                    verdict.isPlain() && new PlainAnswers(verdict.names(), policy.info()).write(bytes, "01JD", verdict);
            if (isPlain) {
                assertThat(new String(bytes.copy(), StandardCharsets.UTF_8))
                        .isEqualTo(written(policy, (Decision) policy.decide(task)));
            } else {
                assertThat(bytes.size()).isZero();
            }
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void aBatchIsAnsweredAlike(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var batch = new AnswerBatch(new AnswerTask(DecisionListener.NONE));
        for (CompiledPolicy policy : POLICIES) {
            var tasks = new ArrayList<String>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                tasks.add(request(policy.schema(), random));
            }
            byte[] body = ("[" + String.join(random.nextBoolean() ? "," : " ,\n", tasks) + "]")
                    .getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(3) == 0) {
                mutate(body, random);
            }
            // byte by byte, since a change can leave bytes that are no UTF-8
            String text = new String(body, StandardCharsets.ISO_8859_1);
            // an escape makes the first request one that is not plain, and says the same
            byte[] escaped = text.replaceFirst("\"task\"", "\"t\\\\u0061sk\"").getBytes(StandardCharsets.ISO_8859_1);
            assertThat(answered(batch, policy, body)).isEqualTo(answered(batch, policy, escaped));
        }
    }

    /** An answer, but for what no two have in common; what is wrong with a body is told with its place, which an escape moves. */
    private static String answered(AnswerBatch batch, CompiledPolicy policy, byte[] body) throws IOException {
        byte[] answer = batch.answer(policy, new ByteArrayInputStream(body)).bytes(null);
        return new String(answer, StandardCharsets.UTF_8)
                .replaceAll("\"decision_id\":\"[^\"]*\"", "")
                .replaceAll("column(\":| )\\d+", "column");
    }

    @Test
    void tasksAreAnsweredWithoutAnotherThread() {
        var random = new Random(1);
        CompiledPolicy policy = POLICIES.getFirst();
        var answering = new AnswerTask(DecisionListener.NONE);
        long before = ForkJoinPool.commonPool().getStealCount();
        for (int i = 0; i < 1_000; i++) {
            var body = Body.of(request(policy.schema(), random).getBytes(StandardCharsets.UTF_8));
            assertThat(answering.answer(policy, body, false)).isNotNull();
        }
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(10, TimeUnit.SECONDS))
                .isTrue();
        assertThat(ForkJoinPool.commonPool().getStealCount()).isEqualTo(before);
    }

    @Test
    void tasksAreMostOftenReadAndWrittenPlainly() {
        var random = new Random(1);
        CompiledPolicy policy = POLICIES.getFirst();
        var verdict = new Verdict();
        long plain = IntStream.range(0, 500)
                .filter(_ -> {
                    byte[] body = request(policy.schema(), random).getBytes(StandardCharsets.UTF_8);
                    Task task = new PlainTasks(policy.schema()).request(body, 0, body.length);
                    if (task == null) {
                        return false;
                    }
                    policy.decide(task, verdict);
                    return verdict.isPlain();
                })
                .count();
        assertThat(plain).isGreaterThan(150);
    }

    @Test
    void whatIsNotPlainIsLeft() {
        var tasks = new PlainTasks(POLICIES.getFirst().schema());
        for (String body : List.of(
                "",
                "{",
                "[]",
                "{}",
                "{\"task\":",
                "{\"task\":{}}",
                "{\"task\":{},}",
                "{\"task\":{\"type\":\"chat\"",
                "nul",
                "{\"task\":{\"type\":\"ch\\u0061t\"}}",
                "{\"task\":{\"input_tokens\":1e3}}",
                "{\"task\":{\"input_tokens\":01}}",
                "{\"task\":{\"input_tokens\":-}}",
                "{\"task\":{\"input_tokens\":99999999999999999999}}",
                "{\"task\":{\"tags\":[\"a\",]}}",
                "{\"task\":{\"stream\":tru}}",
                "{\"task\":{\"tenant\":\"ü\"}}")) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            assertThatCode(() ->
                            assertThat(tasks.request(bytes, 0, bytes.length)).isNull())
                    .as(body)
                    .doesNotThrowAnyException();
        }
    }

    private static void assertSame(CompiledPolicy policy, byte[] body, @Nullable Task plain) throws IOException {
        if (plain == null) {
            return;
        }
        try (JsonParser parser = JsonForms.factory().createParser(body)) {
            var reading = new ReadRequest(policy.schema(), "").only(parser, Form.REQUEST);
            assertThat(reading).as(new String(body, StandardCharsets.UTF_8)).isInstanceOf(RequestReading.Read.class);
            Task general = ((RequestReading.Read) reading).task();
            for (int slot = 0; slot < policy.schema().size(); slot++) {
                assertThat(plain.value(slot)).isEqualTo(general.value(slot));
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError("read plainly, and no JSON: " + new String(body, StandardCharsets.UTF_8), e);
        }
    }

    private static String written(CompiledPolicy policy, Decision decision) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JsonForms.factory().createGenerator(bytes)) {
            DecisionJson.write(out, "01JD", policy.info(), decision);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A task that mostly fits, with all that plain JSON allows in it. */
    private static String request(TaskSchema schema, Random random) {
        var fields = new ArrayList<String>();
        for (int slot = 0; slot < schema.size(); slot++) {
            Feature feature = schema.feature(slot);
            if (schema.requires(slot) || random.nextInt(3) == 0) {
                fields.add("\"" + feature.jsonName() + "\":" + space(random) + value(feature.type(), random));
            }
        }
        java.util.Collections.shuffle(fields, random);
        return space(random) + "{ \"task\" : {" + String.join(space(random) + ",", fields) + "}" + space(random)
                + "}\r\n";
    }

    private static String space(Random random) {
        return List.of("", "", " ", "\n\t").get(random.nextInt(4));
    }

    private static String value(FeatureType type, Random random) {
        return switch (type) {
            case FeatureType.Flag() -> Boolean.toString(random.nextBoolean());
            case FeatureType.OneOf(var values, var _) -> "\"" + values.get(random.nextInt(values.size())) + "\"";
            case FeatureType.Text() ->
                "\"" + List.of("", "acme", "a b/c", "é", "x\\ny").get(random.nextInt(5)) + "\"";
            case FeatureType.TextSet() ->
                List.of("[]", "[ \"a\" , \"b\"]", "[\"a\",\"a\"]").get(random.nextInt(3));
            case FeatureType.Quantity(var unit, long least, long most) -> {
                long parts = random.nextInt(4) == 0
                        ? random.nextLong(least, most)
                        : Math.clamp(random.nextLong(200_000) * unit.scale() / (1 + random.nextInt(3)), least, most);
                yield unit.inUnits(parts).toPlainString();
            }
        };
    }

    private static void mutate(byte[] body, Random random) {
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            body[random.nextInt(body.length)] = (byte) "{}[]\",:01e.-tfx\\ \n".charAt(random.nextInt(18));
        }
    }

    private static CompiledPolicy policy(String folder) {
        var loader = PolicyLoader.installed();
        Path path = ROOT.resolve(folder);
        return switch (loader.load(loader.folder(path, ROOT), CATALOG)) {
            case Loading.Loaded loaded -> loaded.policy();
            case Loading.Failed failed ->
                throw new AssertionError(failed.diagnostics().toString());
        };
    }

    private static Catalog catalog() {
        return switch (CatalogJson.read(ROOT.resolve("rules/catalog.json"), "catalog.json")) {
            case CatalogReading.Read(Catalog catalog) -> catalog.at(Instant.parse("2026-11-22T00:00:00Z"));
            case CatalogReading.Failed(var diagnostics) -> throw new AssertionError(diagnostics.toString());
        };
    }
}
