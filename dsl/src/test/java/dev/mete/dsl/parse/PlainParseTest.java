package dev.mete.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.engine.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

/** What is read without the grammar is read as the grammar says. */
final class PlainParseTest {
    private static final List<String> SIGNS = List.of(
            " ",
            "\n",
            "#",
            "\"",
            "\\",
            "'",
            "$",
            "%",
            "_",
            ".",
            ",",
            "-",
            "<",
            ">",
            "=",
            "!",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "1",
            "000",
            "m",
            "é",
            "≤",
            ";",
            "&&",
            " when ",
            " not ",
            " of ",
            " policy ",
            " rule ",
            " limit ",
            " up ",
            " to ",
            " 5 ");

    @Property(tries = 3_000)
    void sentencesOfTheGrammarAreReadAsTheGrammarSays(@ForAll long seed) {
        assertAgreement(GrammarSentences.items(new Random(seed)));
    }

    @Property(tries = 3_000)
    void brokenSentencesAreReadAsTheGrammarSays(@ForAll long seed) {
        var random = new Random(seed);
        var text = new StringBuilder(GrammarSentences.items(random));
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(4));
            text.replace(at, end, random.nextBoolean() ? "" : SIGNS.get(random.nextInt(SIGNS.size())));
        }
        assertAgreement(text.toString());
    }

    @Property(tries = 100)
    void nearlyEverySentenceIsPlain(@ForAll long seed) {
        var random = new Random(seed);
        int plain = 0;
        for (int i = 0; i < 100; i++) {
            String text = GrammarSentences.items(random);
            plain += plain(text).isPresent() ? 1 : 0;
        }
        assertThat(plain).isGreaterThan(50);
    }

    @Test
    void thePoliciesOfTheseTestsArePlain() throws IOException {
        for (String sample : List.of("coding-assistant.mete", "coding-assistant-whole.mete")) {
            String text = Files.readString(Path.of("src/test/resources", sample));
            assertThat(plain(text)).as(sample).isPresent();
            assertAgreement(text);
        }
    }

    @Test
    void whatGoesDeeperThanItMayIsLeftToTheGrammar() {
        String deepest = "let a = " + "(".repeat(Nesting.DEEPEST) + "stream" + ")".repeat(Nesting.DEEPEST);
        assertThat(plain(deepest)).isPresent();
        assertThat(plain(deepest.replace("stream", "(stream)"))).isEmpty();
    }

    /** Holds the tokens and the tree of a text to those of the grammar; whatever the grammar calls a mistake may not be read without it. */
    private static void assertAgreement(String text) {
        var source = Source.of("sample.mete", text);
        PlainScan.of(source).ifPresent(scanned -> {
            var lexed = new TokenList(lexed(source));
            PolicyNameWords.retype(lexed);
            assertThat(words(scanned)).as(text).isEqualTo(words(lexed));
        });
        plain(source).ifPresent(items -> assertThat(items).as(text).isEqualTo(grammar(source)));
    }

    private static List<String> words(TokenRow row) {
        var words = new ArrayList<String>();
        for (int at = 0; at < row.size(); at++) {
            words.add(row.type(at) + " " + row.text(at) + (row.isJoinedToNext(at) ? "" : " "));
        }
        return words;
    }

    private static Optional<List<Item>> plain(String text) {
        return plain(Source.of("sample.mete", text));
    }

    private static Optional<List<Item>> plain(Source source) {
        return PlainScan.of(source).flatMap(PlainParse::items);
    }

    /** The tokens of the lexer, none of which may have anything to report. */
    private static List<Token> lexed(Source source) {
        var report = new Report();
        var list = Tokens.lexed(source);
        new MisspeltTokens(new Places(source), report).report(list);
        assertThat(report.diagnostics()).isEmpty();
        return list;
    }

    private static List<Item> grammar(Source source) {
        var report = new Report();
        var row = new TokenList(lexed(source));
        PolicyNameWords.retype(row);
        var pieces = new Pieces(new Places(source), report);
        return new Split(row.tokens())
                .exact().stream()
                        .map(chunk -> pieces.quick(chunk.tokens()).orElseThrow())
                        .toList();
    }
}
