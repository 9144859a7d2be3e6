package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is parsed is what was written. */
final class PolicyTextTest {
    @Test
    void theWholeSampleSurvivesBeingPrinted() {
        for (String sample : List.of("coding-assistant.mete", "coding-assistant-whole.mete")) {
            String printed = PolicyText.of(PolicyText.parse(Policies.resource(sample)));
            assertThat(PolicyText.of(PolicyText.parse(printed))).isEqualTo(printed);
        }
    }

    @Test
    void operatorsBindAsEverywhere() {
        Map<String, String> expected = Map.of(
                "a or b and not c", "(a or (b and (not c)))",
                "a + 2 * b - c > -d", "((a + (2 * b) - c) > (-d))",
                "not a = b", "(not (a = b))",
                "not not not a", "(not a)",
                "(a or b) and c", "((a or b) and c)",
                "a is not b", "(a is not b)",
                "a - b - c = 0", "((a - b - c) = 0)",
                "\"x\" not in tags", "(\"x\" not in tags)",
                "min(a, b + 1) in [1, 2]", "(min(a, (b + 1)) in [1, 2])",
                "t starts with \"a\\\"b\"", "(t starts with \"a\\\"b\")");
        expected.forEach((written, printed) -> assertThat(PolicyText.of(PolicyText.parse("let x = " + written)))
                .isEqualTo("let x = " + printed + "\n"));
    }

    @Test
    void bestOfKeepsItsPlansApart() {
        String policy = "otherwise cheapest of a, effort low b, effort none, cap 5 c, effort high where cost <= $1\n";
        assertThat(PolicyText.of(PolicyText.parse(policy)))
                .isEqualTo("otherwise cheapest of a, effort low\n  b, effort none, cap 5\n  c, effort high"
                        + " where (cost <= $1)\n");
    }
}
