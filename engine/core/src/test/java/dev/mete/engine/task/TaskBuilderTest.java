package dev.mete.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mete.engine.sample.Tasks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskBuilderTest {
    private static final Feature SHARE = new Feature("share", FeatureType.Quantity.of(Unit.PERCENT), null, "");
    private static final Feature FEW = new Feature("few", new FeatureType.Quantity(Unit.TOKENS, 1, 9), null, "");
    private static final TaskSchema SCHEMA = schema();

    @Nested
    class Accepted {
        @ParameterizedTest
        @CsvSource({
            "error_cost_usd, 50, 50_000_000_000",
            "error_cost_usd, 0.000000001, 1",
            "error_cost_usd, 1e9, 1_000_000_000_000_000_000",
            "latency_tolerance_ms, 20000, 20_000",
            "input_tokens, 3000, 3_000",
            "input_tokens, 3.0e3, 3_000",
            "input_tokens, 0e999999999, 0",
            "input_tokens, 0e-999999999, 0",
            "attempt, 1.5, 1_500_000",
            "attempt, 1.0000000000000000000000000000000000000000000000000000000000000000000000000, 1_000_000",
            "share_percent, 12.5, 12_500_000",
        })
        void aBareNumberCountsInTheUnitOfItsName(String name, BigDecimal number, String parts) {
            var task = Tasks.built(new TaskBuilder(SCHEMA).number(name, number));
            String feature = name.replaceAll("_(usd|ms|percent)$", "");
            assertThat(task.number(SCHEMA.slot(feature))).isEqualTo(Long.parseLong(parts.replace("_", "")));
        }

        @ParameterizedTest
        @CsvSource({
            "error_cost, $50, 50_000_000_000",
            "latency_tolerance, 20s, 20_000",
            "latency_tolerance, 30d, 2_592_000_000",
            "input_tokens, 3_000, 3_000",
            "share, 12.5%, 12_500_000",
        })
        void aTextCarriesItsUnit(String name, String text, String parts) {
            var task = Tasks.built(new TaskBuilder(SCHEMA).text(name, text));
            assertThat(task.number(SCHEMA.slot(name))).isEqualTo(Long.parseLong(parts.replace("_", "")));
        }

        @Test
        void everyOtherTypeTakesItsForm() {
            var task = Tasks.built(new TaskBuilder(SCHEMA)
                    .text("type", "sql")
                    .flag("stream", false)
                    .text("tenant", "acme")
                    .members("tags", List.of("a", "b", "a")));
            assertThat(task.number(SCHEMA.slot("type"))).isEqualTo(16);
            assertThat(task.number(SCHEMA.slot("stream"))).isZero();
            assertThat(task.text(SCHEMA.slot("tenant"))).isEqualTo("acme");
            assertThat(task.members(SCHEMA.slot("tags"))).isEqualTo(Set.of("a", "b"));
        }

        @Test
        void aTextMayHave1024CharactersOfAnyKind() {
            Tasks.built(new TaskBuilder(SCHEMA)
                    .text("tenant", "😀".repeat(1_024))
                    .members("tags", List.of("é".repeat(1_024))));
        }

        @Test
        void aTypedValueIsTakenWhereTheFeatureTakesIt() {
            var task = Tasks.built(new TaskBuilder(SCHEMA).value("few", new Value.Scalar(9)));
            assertThat(task.number(SCHEMA.slot("few"))).isEqualTo(9);
            var builder = new TaskBuilder(SCHEMA);
            assertThatIllegalArgumentException().isThrownBy(() -> builder.value("few", new Value.Scalar(10)));
        }
    }

    @Nested
    class Refused {
        @Test
        void anUnknownFeatureIsRefusedWithTheNearest() {
            assertThat(problems(new TaskBuilder(SCHEMA).text("tpye", "sql")))
                    .containsExactly(problem("T0001", "/tpye", "unknown feature `tpye`", "did you mean `type`?"));
            assertThat(problems(new TaskBuilder(SCHEMA).number("eror_cost_usd", BigDecimal.ONE)))
                    .containsExactly(problem(
                            "T0001",
                            "/eror_cost_usd",
                            "unknown feature `eror_cost_usd`",
                            "did you mean `error_cost_usd`?"));
            assertThat(problems(new TaskBuilder(SCHEMA).flag("colour", true)))
                    .singleElement()
                    .satisfies(it -> assertThat(it.help()).startsWith("known are type, complexity, error_cost,"));
        }

        @Test
        void anotherUnitsSuffixIsUnknown() {
            assertThat(problems(new TaskBuilder(SCHEMA).number("error_cost_ms", BigDecimal.ONE)))
                    .containsExactly(problem(
                            "T0001",
                            "/error_cost_ms",
                            "unknown feature `error_cost_ms`",
                            "did you mean `error_cost_usd`?"));
        }

        @Test
        void whatIsRequiredAndMissingIsNamedWithItsSpellings() {
            assertThat(problems(new TaskBuilder(schema("error_cost", "latency_tolerance", "type", "share", "few"))))
                    .containsExactly(
                            problem(
                                    "T0002",
                                    "/type",
                                    "`type` is missing: what kind of work",
                                    "send \"type\": \"summarization\""),
                            problem(
                                    "T0002",
                                    "/error_cost",
                                    "`error_cost` is missing: what one wrong answer costs the business",
                                    "send \"error_cost_usd\": 50 or \"error_cost\": \"$50\""),
                            problem(
                                    "T0002",
                                    "/latency_tolerance",
                                    "`latency_tolerance` is missing: how long the caller can wait for the whole answer",
                                    "send \"latency_tolerance_ms\": 20000 or \"latency_tolerance\": \"20s\""),
                            problem(
                                    "T0002",
                                    "/share",
                                    "`share` is missing",
                                    "send \"share_percent\": 10 or \"share\": \"10%\""),
                            problem("T0002", "/few", "`few` is missing", "send \"few\": 9"));
        }

        @Test
        void whatIsGivenAndWrongIsNotMissingToo() {
            assertThat(problems(new TaskBuilder(schema("error_cost", "type"))
                            .text("error_cost_usd", "50")
                            .unusable("type", "null")))
                    .extracting(TaskProblem::code)
                    .containsExactly("T0005", "T0005");
        }

        @Test
        void aFeatureIsGivenOnceInWhateverSpelling() {
            assertThat(problems(new TaskBuilder(SCHEMA)
                            .text("error_cost", "$50")
                            .number("error_cost_usd", BigDecimal.TEN)
                            .flag("stream", true)
                            .flag("stream", true)))
                    .containsExactly(
                            problem("T0003", "/error_cost_usd", "`error_cost` is given twice", "send it once"),
                            problem("T0003", "/stream", "`stream` is given twice", "send it once"));
        }

        @Test
        void aBareNumberUnderADimensionedNameIsRefusedWithBothSpellings() {
            assertThat(problems(new TaskBuilder(SCHEMA)
                            .number("error_cost", BigDecimal.TEN)
                            .number("share", BigDecimal.TEN)))
                    .containsExactly(
                            problem(
                                    "T0004",
                                    "/error_cost",
                                    "`error_cost` needs a unit, a bare number has none",
                                    "send \"error_cost_usd\": 50 or \"error_cost\": \"$50\""),
                            problem(
                                    "T0004",
                                    "/share",
                                    "`share` needs a unit, a bare number has none",
                                    "send \"share_percent\": 10 or \"share\": \"10%\""));
        }

        @Test
        void aValueOfAnotherTypeIsRefused() {
            assertThat(messages(new TaskBuilder(SCHEMA)
                            .text("error_cost", "20s")
                            .text("latency_tolerance", "20")
                            .text("input_tokens", "many")
                            .text("stream", "yes")
                            .text("tags", "a")
                            .flag("type", true)
                            .number("complexity", BigDecimal.ONE)
                            .members("tenant", List.of("a"))
                            .unusable("user", "null")))
                    .containsExactly(
                            "T0005 `error_cost` is an amount of money, not the text \"20s\"",
                            "T0005 `latency_tolerance` is a duration, not the text \"20\"",
                            "T0005 `input_tokens` is a whole number of tokens, not the text \"many\"",
                            "T0005 `stream` is true or false, not the text \"yes\"",
                            "T0005 `tags` is a set of texts, not the text \"a\"",
                            "T0005 `type` is one of " + String.join(", ", types()) + ", not true",
                            "T0005 `complexity` is one of low < medium < high, not the number 1",
                            "T0005 `tenant` is a text, not a list",
                            "T0005 `user` is a text, not null");
        }

        @Test
        void aNameThatCarriesItsUnitTakesABareNumber() {
            assertThat(problems(new TaskBuilder(SCHEMA).text("error_cost_usd", "$50")))
                    .containsExactly(problem(
                            "T0005",
                            "/error_cost_usd",
                            "`error_cost_usd` takes a bare number",
                            "send \"error_cost_usd\": 50 or \"error_cost\": \"$50\""));
        }

        @ParameterizedTest
        @CsvSource({
            "error_cost_usd, -1, '-1', '$0 to $1_000_000_000'",
            "error_cost_usd, 1000000000.01, '1000000000.01', '$0 to $1_000_000_000'",
            "latency_tolerance_ms, 2592000001, '2592000001', '0ms to 720h'",
            "input_tokens, 100000001, '100000001', '0 to 100_000_000'",
            "few, 0, '0', '1 to 9'",
            "input_tokens, 1e999999999, '1E+999999999', '0 to 100_000_000'",
            "input_tokens, -1e999999999, '-1E+999999999', '0 to 100_000_000'",
        })
        void aNumberOutOfBoundsIsRefusedWithItsBounds(String name, BigDecimal number, String shown, String bounds) {
            assertThat(problems(new TaskBuilder(SCHEMA).number(name, number)))
                    .containsExactly(problem(
                            "T0006",
                            "/" + name,
                            "`" + name + "` is out of bounds: " + shown,
                            "it goes from " + bounds));
        }

        @Test
        void aQuantityAsTextOutOfBoundsIsRefusedToo() {
            assertThat(messages(
                            new TaskBuilder(SCHEMA).text("error_cost", "-$5").text("latency_tolerance", "31d")))
                    .containsExactly(
                            "T0006 `error_cost` is out of bounds: -$5",
                            "T0006 `latency_tolerance` is out of bounds: 31d");
        }

        @Test
        void textsAndSetsHaveBoundsToo() {
            var tooMany = IntStream.range(0, 65).mapToObj(Integer::toString).toList();
            assertThat(problems(new TaskBuilder(SCHEMA)
                            .text("tenant", "x".repeat(1_025))
                            .members("tags", tooMany)))
                    .containsExactly(
                            problem(
                                    "T0006",
                                    "/tenant",
                                    "a text of `tenant` has 1025 characters",
                                    "at most 1024 are allowed"),
                            problem("T0006", "/tags", "`tags` has 65 members", "at most 64 are allowed"));
            assertThat(problems(new TaskBuilder(SCHEMA).members("tags", List.of("a", "y".repeat(2_000)))))
                    .containsExactly(problem(
                            "T0006", "/tags/1", "a text of `tags` has 2000 characters", "at most 1024 are allowed"));
        }

        @Test
        void aClosedTypeNamesTheNearestOfItsValues() {
            assertThat(problems(new TaskBuilder(SCHEMA)
                            .text("type", "summarisation")
                            .text("complexity", "9")))
                    .containsExactly(
                            problem(
                                    "T0007",
                                    "/type",
                                    "`type` has no value \"summarisation\"",
                                    "did you mean `summarization`?"),
                            problem(
                                    "T0007",
                                    "/complexity",
                                    "`complexity` has no value \"9\"",
                                    "known are low, medium, high"));
        }

        @ParameterizedTest
        @CsvSource({
            "input_tokens, 1.5, one token, 1.5",
            "latency_tolerance_ms, 0.5, a millisecond, 0.5",
            "error_cost_usd, 0.0000000001, a nano-dollar (9 fraction digits), 0.0000000001",
            "attempt, 1.0000001, 6 fraction digits, 1.0000001",
            "share_percent, 0.0000001, 6 fraction digits, 0.0000001",
            "input_tokens, 1e-999999999, one token, 1E-999999999",
        })
        void whatIsFinerThanItsUnitIsRefused(String name, BigDecimal number, String finest, String shown) {
            assertThat(problems(new TaskBuilder(SCHEMA).number(name, number)))
                    .containsExactly(
                            problem("T0008", "/" + name, "`" + name + "` is finer than " + finest, "round " + shown));
        }

        @Test
        void aNameIsAReferenceTokenOfItsPointer() {
            assertThat(problems(new TaskBuilder(SCHEMA).flag("a/b~c", true)))
                    .extracting(TaskProblem::pointer)
                    .containsExactly("/a~1b~0c");
        }

        @Test
        void everythingIsToldAtOnceInTheOrderOfTheInput() {
            assertThat(problems(new TaskBuilder(schema("error_cost", "input_tokens"))
                            .text("type", "poetry")
                            .problem(new TaskProblem("T0005", "/tags/3", "a member of `tags` is no text", null))
                            .number("colour", BigDecimal.ONE)
                            .number("error_cost", BigDecimal.ONE)))
                    .extracting(TaskProblem::code)
                    .containsExactly("T0007", "T0005", "T0001", "T0004", "T0002");
        }
    }

    @Nested
    class Enormous {
        @ParameterizedTest
        @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e2147483647", "1e-2147483647"})
        void exponentsCostNothing(BigDecimal number) {
            assertThat(problems(new TaskBuilder(SCHEMA)
                            .number("error_cost_usd", number)
                            .number("attempt", number)))
                    .hasSize(2)
                    .allSatisfy(problem ->
                            assertThat(problem.message() + problem.help()).hasSizeLessThan(120));
        }

        @Test
        void namesAndValuesAreShortened() {
            String enormous = "x".repeat(1_000_000);
            assertThat(problems(new TaskBuilder(SCHEMA)
                            .text(enormous, enormous)
                            .text("type", enormous)
                            .text("error_cost", enormous)
                            .unusable("user", enormous)
                            .number("attempt", new BigDecimal("7".repeat(5_000)))
                            .number("input_tokens", new BigDecimal("0." + "7".repeat(5_000)))))
                    .hasSize(6)
                    .allSatisfy(problem ->
                            assertThat(problem.message() + problem.help()).hasSizeLessThan(700));
        }

        @Test
        void aPairOfSurrogatesIsNotCutInTwo() {
            String name = "x".repeat(59) + "😀".repeat(10);
            assertThat(problems(new TaskBuilder(SCHEMA).flag(name, true)))
                    .extracting(TaskProblem::message)
                    .containsExactly("unknown feature `" + "x".repeat(59) + "…`");
        }

        @Test
        void aTaskOfNothingButMistakesIsAnsweredBriefly() {
            var builder = new TaskBuilder(schema("type"));
            for (int i = 0; i < 200_000; i++) {
                builder.flag("unknown_" + i, true);
            }
            var problems = problems(builder);
            assertThat(problems).hasSize(101);
            assertThat(problems.getLast())
                    .isEqualTo(problem("T0099", "", "more is wrong: 199901 problems beside these", null));
        }
    }

    private static TaskSchema schema(String... required) {
        var features = new ArrayList<>(StandardFeatures.all());
        features.add(SHARE);
        features.add(FEW);
        var read = new BitSet();
        for (int slot = 0; slot < features.size(); slot++) {
            read.set(slot, List.of(required).contains(features.get(slot).name()));
        }
        return TaskSchema.of(features, read);
    }

    private static List<String> types() {
        return ((FeatureType.OneOf) SCHEMA.feature(SCHEMA.slot("type")).type()).values();
    }

    private static List<TaskProblem> problems(TaskBuilder builder) {
        return switch (builder.build()) {
            case TaskReading.Refused(var problems) -> problems;
            case TaskReading.Accepted(Task task) -> throw new AssertionError("accepted: " + task);
        };
    }

    private static List<String> messages(TaskBuilder builder) {
        return problems(builder).stream()
                .map(problem -> problem.code() + " " + problem.message())
                .toList();
    }

    private static TaskProblem problem(String code, String pointer, String message, @Nullable String help) {
        return new TaskProblem(code, pointer, message, help);
    }
}
