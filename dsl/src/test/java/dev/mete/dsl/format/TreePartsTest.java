package dev.mete.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.dsl.parse.ParseFile;
import dev.mete.dsl.parse.Tokens;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.engine.diagnostic.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TreePartsTest {
    @Test
    void whereItStandsIsNoPartOfATree() {
        String text = "rule \"a\" when tools > 5 and not stream then fast, effort none fallback deep, effort low";

        assertThat(TreeParts.areSame(tree(text), tree(text.replace(" ", "\n  "))))
                .isTrue();
        assertThat(TreeParts.areSame(tree("policy a-b"), tree("\npolicy  a-b"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "let a = stream | let b = stream",
                "let a = stream | let a = not stream",
                "let a = x and y | let a = x or y",
                "let a = x and y | let a = y and x",
                "let a = x and y | let a = x and y and z",
                "let a = (x and y) or z | let a = x and (y or z)",
                "let a = x - y | let a = x + y",
                "let a = x < 5 | let a = x <= 5",
                "let a = x < 5 | let a = x < 5s",
                "let a = x in [b] | let a = x not in [b]",
                "let a = x starts with \"b\" | let a = x ends with \"b\"",
                "limit cap <= 5 | limit cap <= 5 when x",
                "limit cap <= 5 | limit cap <= 5 because \"x\"",
                "bucket use when x | bucket use otherwise",
                "features { a : one of b, c } | features { a : b < c }",
                "features { a : number from 1 to 2 } | features { a : number to 2 }",
                "features { a : bool } | features { a : bool = true }",
                "test \"a\" given b 1 expect cap 5 | test \"a\" given b 1 expect cap <= 5",
                "otherwise a, effort low | otherwise a, effort low fallback b, effort low",
                "otherwise best of a, effort low | otherwise fastest of a, effort low",
                "otherwise best of a, effort low | otherwise a, effort low",
                "let a = x | ensure x"
            })
    void whatSaysSomethingElseIsAnotherTree(String one, String other) {
        assertThat(TreeParts.areSame(tree(one), tree(other))).isFalse();
        assertThat(TreeParts.areSame(tree(other), tree(one))).isFalse();
    }

    private static List<Item> tree(String text) {
        var report = new Report();
        var file = ParseFile.parse(
                Tokens.read(Source.of("sample.mete", text), report).orElseThrow(), report);
        assertThat(report.diagnostics()).isEmpty();
        return file.items();
    }
}
