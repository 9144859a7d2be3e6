package dev.mete.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Unit;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped policies show, between them, all that a policy can say. */
final class LanguageUseTest {
    private static final Pattern COMMENT = Pattern.compile("#[^\n]*");
    private static final Pattern TEXT = Pattern.compile("\"[^\"\n]*\"");

    private static final Set<String> USED = Shipped.POLICIES.stream()
            .flatMap(policy -> LanguageUse.of(Shipped.ir(policy)).stream())
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void everyPartOfAPolicyIsUsed() {
        assertThat(USED)
                .contains("own bool", "own text", "own set of text", "own one of", "own ordered")
                .contains("own with a default", "own without a default")
                .containsAll(Stream.of(Unit.values())
                        .map(unit -> "own " + unit.word())
                        .toList())
                .contains("narrowed one of", "narrowed tokens", "narrowed duration", "a default for what has none")
                .contains("bounds of number", "bounds of tokens", "bounds of duration", "bounds of percent")
                .contains("bucket use", "bucket maybe", "bucket avoid", "bucket is")
                .contains(
                        "and", "or", "not", "let", "text =", "starts with", "ends with", "contains", "member of a set")
                .contains("number <", "number <=", "number >", "number >=", "number =", "number !=")
                .contains("is one of", "is ordered", "is bool")
                .contains("no fallback", "one fallback", "a chain of fallbacks")
                .contains(
                        "no cap",
                        "cap fixed",
                        "cap computed",
                        "thinking fixed",
                        "thinking computed",
                        "timeout fixed",
                        "timeout computed")
                .contains("min", "max", "sum", "difference", "multiple", "fraction")
                .contains("limit effort", "limit thinking fixed", "limit cap fixed", "limit cap computed")
                .contains("limit timeout fixed", "limit timeout computed", "limit for all", "limit when")
                .contains("best of", "cheapest of", "fastest of", "waiting costs", "limit cost fixed");
    }

    @Test
    void everyStandardFeatureIsRead() {
        assertThat(USED)
                .containsAll(StandardFeatures.all().stream()
                        .map(feature -> "reads " + feature.name())
                        .toList());
    }

    @Test
    void everyEffortIsAskedFor() {
        assertThat(USED)
                .containsAll(
                        Effort.words().stream().map(word -> "effort " + word).toList());
    }

    @Test
    void testsExpectEveryPartInEveryWay() {
        assertThat(USED)
                .contains(
                        "expect model",
                        "expect effort",
                        "expect thinking",
                        "expect timeout",
                        "expect bucket",
                        "expect rule")
                .contains("expect one of several", "expect some limited_by", "expect all fallbacks")
                .contains("expect a bound of cap", "expect a bound of effort", "expect a bound of thinking")
                .contains("expect a bound of timeout", "expect a bound of cost", "expect a bound of latency")
                .contains("expect a bound of p_error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include \"\"",
                "models {",
                "features {",
                "let ",
                "is not ",
                " in [",
                "attempt in [",
                "% * contract_value",
                "$0.000004 * input_tokens",
                "ms * output_tokens",
                "not in [",
                "\"\" in ",
                "not (",
                "or (",
                "because \"\"",
                "starts with \"\"",
                "ends with \"\"",
                "contains \"\"",
                "maybe otherwise",
                "waiting costs ",
                " per second",
                "fastest of",
                "cheapest of",
                "best of",
                "where ",
                "cost <= $",
                "latency <= latency_tolerance",
                "p_error <= ",
                "cut_off <= ",
                "price(",
                "limit cost <= ",
                "\notherwise ",
                "given ",
                "expect "
            })
    void everyFormOfTheMeteLanguageIsWritten(String form) {
        String written = TEXT.matcher(COMMENT.matcher(Shipped.text("guardrails.mete")
                                + Shipped.text("coding-assistant/policy.mete")
                                + Shipped.text("document-pipeline/policy.mete"))
                        .replaceAll(""))
                .replaceAll("\"\"");

        assertThat(written).contains(form);
    }
}
