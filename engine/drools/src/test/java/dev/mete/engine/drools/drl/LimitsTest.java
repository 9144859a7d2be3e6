package dev.mete.engine.drools.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are larger, deeper or worse than any policy: each gets a diagnostic, and none is read for long. */
class LimitsTest {
    private static final String HEAD = """
            package limits;
            import dev.mete.engine.drools.fact.*;
            global Decision decision;
            """;
    private static final String OTHERWISE = """
            rule "otherwise" ruleflow-group "route" when Task() then decision.route("openai/gpt-5.5", Effort.LOW); end
            """;

    @Test
    void aFileOfMoreThanAMebibyteIsRefused() {
        assertThat(codes(HEAD + "// " + "x".repeat(8 << 20))).containsExactly("M0008");
    }

    @Test
    void aFileOfMoreThanFourHundredThousandLinesIsRefused() {
        assertThat(codes(HEAD + "\n".repeat(400_000))).containsExactly("M0009");
    }

    @Test
    void aFileOfMoreThanTwentyThousandRulesIsRefused() {
        assertThat(codes(HEAD + rules(20_001))).containsExactly("M0010");
    }

    @Test
    void aFileOfManyRulesIsRead() {
        assertThat(codes(HEAD + rules(3_000) + OTHERWISE)).isEmpty();
    }

    @Test
    void afterTwoHundredMistakesTheRestIsNotShown() {
        String rules = IntStream.range(0, 300)
                .mapToObj(i -> "rule \"" + i + "\" ruleflow-group \"limit\" when Task( x" + i
                        + " > 3 ) then decision.limitCap(300); end\n")
                .collect(Collectors.joining());
        var codes = codes(HEAD + rules + OTHERWISE);
        assertThat(codes).hasSize(201).endsWith("M0013");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "!",
                "- ",
                "x > (",
                "Math.min(1, ",
                "not ",
                "tags[",
                "x.",
                "(a)",
                "a instanceof A<",
                "{",
                "eval(",
                "/a[",
                "a = ",
                "new A(",
                "from ",
                "\"",
                "'",
                "/*",
                "rule ",
                "when ",
                "then ",
                "end ",
                "Task(",
                "a || ",
                "a ? b : ",
                "\\",
                "1 * ",
                "1 + 2 * ",
                "tenant == 1 * ",
                "a()."
            })
    void whatIsRepeatedEndlesslyIsRefused(String part) {
        String text = HEAD + "rule \"deep\" ruleflow-group \"limit\" when Task( " + part.repeat(20_000)
                + " ) then decision.limitCap(300); end\n";
        assertThat(codes(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decision.limitCap(%s1);",
                "decision.limitCap(%s1); decision.limitCap(300);",
            })
    void aChainInAConsequenceIsRefused(String consequence) {
        assertThat(codes(limit("Task()", consequence.formatted("1 * ".repeat(20_000)))))
                .containsExactly("M0011");
        assertThat(codes(limit("$t : Task()", consequence.formatted("$t" + ".a()".repeat(20_000) + " * "))))
                .containsExactly("M0011");
    }

    @Test
    void aChoiceAmongManyPlansIsRead() {
        String plans = ".plan(\"openai/gpt-5.5\", Effort.LOW).cap(9000)".repeat(60);
        String rule = "rule \"many\" ruleflow-group \"route\" when Task( stream ) then decision.bestOf()" + plans
                + ".whereLatencyAtMostMs(5000); end\n";
        assertThat(codes(HEAD + rule + OTHERWISE)).doesNotContain("M0011", "D0014");
    }

    @Test
    void closingParenthesesDoNotMakeUpForOpeningOnes() {
        String nested = "decision.limitCap(" + "(".repeat(5_000) + "1" + ")".repeat(5_000) + ");";
        assertThat(codes(limit("Task()", ")".repeat(6_000) + ";" + nested))).containsExactly("M0011");
    }

    @Test
    void aNumberOfManyDigitsIsRefused() {
        String digits = "1".repeat(100_000);
        assertThat(codes(limit("Task( inputTokens > " + digits + " )", "decision.limitCap(" + digits + "L);")))
                .containsExactly("M0006", "M0006");
    }

    @Test
    void aPackageOfManyWordsIsRefused() {
        assertThat(codes(HEAD.replace("limits", "a" + "_a".repeat(100_000)) + OTHERWISE))
                .containsExactly("M0105");
    }

    @Test
    void namesAreNotLookedForAmongThousandsForEachOfThousands() {
        String bound = IntStream.range(0, 15_000)
                .mapToObj(i -> "$abcdefghij" + i + " : inputTokens, $abcdefghik" + i + " > 5")
                .collect(Collectors.joining(", "));
        assertThat(codes(limit("Task( " + bound + " )", "decision.limitCap(300);")))
                .hasSize(201);
    }

    @Test
    void manyLimitsInOneRuleAreLimitsTooMany() {
        assertThat(codes(limit("Task()", "decision.limitCap(9);".repeat(20_001))))
                .containsExactly("M0010");
    }

    @Test
    void importsNeedNoSemicolons() {
        assertThat(codes(HEAD + "import dev.mete.engine.drools.fact.Task\n".repeat(100) + OTHERWISE))
                .isEmpty();
    }

    private static String limit(String patterns, String consequence) {
        return HEAD + "rule \"limit\" ruleflow-group \"limit\" when " + patterns + " then " + consequence + " end\n"
                + OTHERWISE;
    }

    private static String rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "rule " + i + " when Task(stream)then end ")
                .map(rule -> rule.replaceFirst("rule (\\d+) ", "rule \"$1\" ruleflow-group \"limit\" "))
                .map(rule -> rule.replace("then", "then decision.limitCap(9);"))
                .collect(Collectors.joining());
    }

    private static List<String> codes(String text) {
        return DiagnosticsTest.diagnostics("limits.drl", text).stream()
                .map(Diagnostic::code)
                .toList();
    }
}
