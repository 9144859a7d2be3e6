package dev.mete.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.dsl.grammar.MeteLexer;
import dev.mete.dsl.grammar.MeteParser;
import dev.mete.dsl.report.Report;
import dev.mete.engine.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

final class SplitTest {
    @Test
    void eachItemIsAPieceOnOneLineToo() {
        String policy = """
                policy a-b include "x" models { rule = "y" } features { limit : text kind : one of ensure flag : bool } let test = rule
                bucket use when a bucket maybe otherwise rule "r" when b then rule, effort none fallback limit, effort low
                otherwise best of test, effort low policy, effort none where latency < 5s
                limit cap <= 5 when c because "d" ensure effort is none waiting costs $1 per second
                test "t" given test "x", limit 5 expect rule "r", bucket use, rule otherwise
                """;
        var expected = List.of(
                "policy a - b",
                "include \"x\"",
                "models { rule = \"y\" }",
                "features { limit : text kind : one of ensure flag : bool }",
                "let test = rule",
                "bucket use when a",
                "bucket maybe otherwise",
                "rule \"r\" when b then rule , effort none fallback limit , effort low",
                "otherwise best of test , effort low policy , effort none where latency < 5s",
                "limit cap <= 5 when c because \"d\"",
                "ensure effort is none",
                "waiting costs $1 per second",
                "test \"t\" given test \"x\" , limit 5 expect rule \"r\" , bucket use , rule otherwise");
        assertThat(texts(split(policy).exact())).isEqualTo(expected);
        assertThat(texts(split(policy).likely())).isEqualTo(expected);
        assertThat(texts(split(policy.replace(" ", "\n")).exact())).isEqualTo(expected);
    }

    @Test
    void whereAnItemIsBrokenTheNextStillStarts() {
        String policy = """
                rule "open" when (a and
                rule "next" when a
                limt cap <= 5
                limit
                models { a = "x"
                let b = 5
                """;
        assertThat(texts(split(policy).likely()))
                .containsExactly(
                        "rule \"open\" when ( a and",
                        "rule \"next\" when a",
                        "limt cap <= 5",
                        "limit",
                        "models { a = \"x\"",
                        "let b = 5");
    }

    @Test
    void theGrammarReadsAWholeFileAsTheSameItems() throws IOException {
        for (String sample : List.of("coding-assistant.mete", "coding-assistant-whole.mete")) {
            String text = Files.readString(Path.of("src/test/resources", sample));
            var parser = new MeteParser(new CommonTokenStream(new MeteLexer(CharStreams.fromString(text))));
            parser.removeErrorListeners();
            int items = parser.file().item().size();
            assertThat(parser.getNumberOfSyntaxErrors()).isZero();
            assertThat(split(text).exact()).hasSize(items);
            assertThat(split(text).likely()).hasSize(items);
        }
    }

    private static Split split(String policy) {
        return new Split(
                Tokens.read(Source.of("a", policy), new Report()).orElseThrow().list());
    }

    private static List<String> texts(List<Split.Chunk> chunks) {
        return chunks.stream()
                .map(chunk -> chunk.tokens().stream().map(Token::getText).collect(Collectors.joining(" ")))
                .toList();
    }
}
