package dev.mete.engine.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
    @Test
    void theExactWordsAreUnderlined() {
        var source = Source.of("rules/a/policy.mete", "policy a\nbucket use when eror_cost >= $50\n");
        assertThat(rendered(source, "eror_cost", "did you mean `error_cost`?")).isEqualTo("""
                        error[M0101]: it is wrong
                         --> rules/a/policy.mete:2:17
                          |
                        2 | bucket use when eror_cost >= $50
                          |                 ^^^^^^^^^
                          = help: did you mean `error_cost`?
                        """);
    }

    @Test
    void theMarginIsAsWideAsTheLineNumber() {
        var source = Source.of("long.mete", "\n".repeat(99) + "cap 0");
        assertThat(rendered(source, "0", null)).isEqualTo("""
                        error[M0101]: it is wrong
                           --> long.mete:100:5
                            |
                        100 | cap 0
                            |     ^
                        """);
    }

    @Test
    void whatHasNoPlaceIsOnlySaid() {
        assertThat(DiagnosticText.render(Diagnostic.warning("M0401", Span.NONE, "it is odd", "change it")))
                .isEqualTo("""
                        warning[M0401]: it is odd
                          = help: change it
                        """);
    }

    @Test
    void anEmptyTextIsNamedAndNotQuoted() {
        var source = Source.of("rules/a", "");
        assertThat(DiagnosticText.render(Diagnostic.error("P0003", source.start(), "the folder has no policy")))
                .isEqualTo("""
                        error[P0003]: the folder has no policy
                         --> rules/a:1:1
                        """);
    }

    @Test
    void aTabIsOneBlankSoThatTheUnderlineStaysBelowItsWords() {
        assertThat(quoted("\t\tcap\t0", "0")).isEqualTo("""
                1 |   cap 0
                  |       ^
                """);
    }

    @Test
    void wideCharactersTakeTwoColumnsAndMarksNone() {
        assertThat(quoted("漢字 é🙂 cap", "cap")).isEqualTo("""
                1 | 漢字 é🙂 cap
                  |          ^^^
                """);
        assertThat(quoted("cap 漢字 x", "漢字")).isEqualTo("""
                1 | cap 漢字 x
                  |     ^^^^
                """);
        assertThat(quoted("ca\u0301p x", "ca\u0301p")).isEqualTo("""
                1 | ca\u0301p x
                  | ^^^
                """);
    }

    @Test
    void charactersThatMoveTheCursorAreReplaced() {
        assertThat(quoted("a\u001b[2Jb\u202ec\u0000 cap", "cap")).isEqualTo("""
                1 | a\ufffd[2Jb\ufffdc\ufffd cap
                  |           ^^^
                """);
        var source = Source.of("a\u001b.mete", "x");
        var diagnostic = Diagnostic.error("M0101", source.span(0, 1), "no \u001b[31m`x`\n", "write\u0007 `y`");
        assertThat(DiagnosticText.render(diagnostic))
                .doesNotContain("\u001b", "\u0007")
                .contains("no \ufffd[31m`x` \n");
    }

    @Test
    void wordsOverSeveralLinesAreUnderlinedToTheEndOfTheFirst() {
        assertThat(quoted("rule x\n  when true\n", "x\n  when")).isEqualTo("""
                1 | rule x
                  |      ^
                """);
        assertThat(quoted("when a   \r\n  b", "a   \r\n  b")).isEqualTo("""
                1 | when a
                  |      ^^^^
                """);
    }

    @Test
    void theEndOfATextAndOfALineTakeOneMark() {
        var text = "cap\neffort";
        assertThat(quoted(Source.of("a", text).span(10, 10))).isEqualTo("""
                2 | effort
                  |       ^
                """);
        assertThat(quoted(Source.of("a", text).span(3, 4))).isEqualTo("""
                1 | cap
                  |    ^
                """);
        assertThat(quoted(Source.of("a", "cap\n").span(4, 4))).isEqualTo("""
                2 |
                  | ^
                """);
    }

    @Test
    void ofAVeryLongLineWhatLiesAroundTheWordsIsShown() {
        String line = "x".repeat(100_000) + " here " + "y".repeat(100_000);
        assertThat(quoted(line, "here"))
                .isEqualTo(
                        "1 | …" + "x".repeat(79) + " here " + "y".repeat(75) + "…\n  | " + " ".repeat(81) + "^^^^\n");
    }

    @Test
    void veryLongWordsAreUnderlinedAsFarAsTheyAreShown() {
        assertThat(quoted("a " + "é".repeat(5_000), "é".repeat(5_000)))
                .isEqualTo("1 | a " + "é".repeat(158) + "…\n  |   " + "^".repeat(158) + "\n");
    }

    @Test
    void severalDiagnosticsAreSetApartByABlankLine() {
        var one = Diagnostic.error("M0101", Span.NONE, "one");
        var two = Diagnostic.error("M0102", Span.NONE, "two");
        assertThat(DiagnosticText.render(List.of(one, two))).isEqualTo("error[M0101]: one\n\nerror[M0102]: two\n");
        assertThat(DiagnosticText.render(List.of())).isEmpty();
    }

    private static String rendered(Source source, String words, @Nullable String help) {
        return DiagnosticText.render(Diagnostic.error("M0101", span(source, words), "it is wrong", help));
    }

    /** The quoted line and its underline alone. */
    private static String quoted(String text, String words) {
        return quoted(span(Source.of("any", text), words));
    }

    private static String quoted(Span span) {
        String text = DiagnosticText.render(Diagnostic.error("M0101", span, "wrong"));
        return text.substring(text.indexOf(" |\n") + 3);
    }

    private static Span span(Source source, String words) {
        int start = source.text().indexOf(words);
        return source.span(start, start + words.length());
    }
}
