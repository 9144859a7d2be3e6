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
        assertThat(codes(HEAD + "// " + "x".repeat(1 << 20))).containsExactly("M0008");
    }

    @Test
    void aFileOfMoreThanTwentyThousandLinesIsRefused() {
        assertThat(codes(HEAD + "\n".repeat(20_000))).containsExactly("M0009");
    }

    @Test
    void aFileOfMoreThanTenThousandRulesIsRefused() {
        assertThat(codes(HEAD + rules(10_001))).containsExactly("M0010");
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
                "\\"
            })
    void whatIsRepeatedEndlesslyIsRefused(String part) {
        String text = HEAD + "rule \"deep\" ruleflow-group \"limit\" when Task( " + part.repeat(20_000)
                + " ) then decision.limitCap(300); end\n";
        assertThat(codes(text)).isNotEmpty();
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
