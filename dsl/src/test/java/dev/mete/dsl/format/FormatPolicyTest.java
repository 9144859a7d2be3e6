package dev.mete.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.dsl.parse.GrammarSentences;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever a text is, formatting it loses nothing and comes to rest, or leaves it alone. */
final class FormatPolicyTest {
    /** All policies that lie with the sources. */
    private static final List<String> WRITTEN = written();

    private static final List<String> DAMAGE = List.of(
            "",
            "",
            "(",
            ")",
            "\"",
            "#",
            "{",
            "}",
            "]",
            " when ",
            "\n",
            ",",
            "=",
            "§",
            " rule \"x\" ",
            "-",
            "&&",
            "\uD800");

    @Test
    void everyPolicyOfTheRepositoryKeepsItsWordsAndComesToRest() {
        long formatted =
                WRITTEN.stream().filter(text -> formatted(text).isPresent()).count();

        assertThat(WRITTEN).allSatisfy(FormatPolicyTest::assertSound);
        assertThat(formatted).isGreaterThan(150);
    }

    @Property(tries = 600)
    void anotherLayoutOfThePolicyComesToTheSameText(@ForAll long seed) {
        var random = new Random(seed);
        String bare = withoutComments(WRITTEN.get(random.nextInt(WRITTEN.size())));
        formatted(bare)
                .ifPresent(expected -> assertThat(formatted(new RandomLayout(random, false).of(bare)))
                        .contains(expected));
    }

    @Property(tries = 600)
    void commentsAnywhereAreKept(@ForAll long seed) {
        var random = new Random(seed);
        String text = WRITTEN.get(random.nextInt(WRITTEN.size()));
        if (formatted(text).isPresent()) {
            String laid = new RandomLayout(random, true).of(text);
            assertThat(formatted(laid)).as(laid).isPresent();
            assertSound(laid);
        }
    }

    @Property(tries = 40)
    void sentencesOfTheGrammarKeepTheirWordsAndComeToRest(@ForAll long seed) {
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 50; i++) {
            String text = GrammarSentences.items(random);
            String laid = formatted(text).isPresent() ? new RandomLayout(random, true).of(text) : text;
            assertSoundOrLeft(text);
            assertSoundOrLeft(laid);
            refused += isRefused(text) || isRefused(laid) ? 1 : 0;
        }
        // where a keyword is a name at the one place at which line breaks tell items apart
        assertThat(refused).isLessThan(3);
    }

    @Property(tries = 1_500)
    void whatIsDamagedIsLeftAloneOrKeepsItsWords(@ForAll long seed) {
        var random = new Random(seed);
        var text = new StringBuilder(WRITTEN.get(random.nextInt(WRITTEN.size())));
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(5));
            text.replace(at, end, DAMAGE.get(random.nextInt(DAMAGE.size())));
        }
        assertSoundOrLeft(text.toString());
    }

    @Property(tries = 500)
    void anyTextAndAnyBytesAreReadToAnEnd(@ForAll String text, @ForAll byte[] bytes) {
        assertSound(text);
        assertSound(new String(bytes, StandardCharsets.ISO_8859_1));
        assertSound("let a = stream #" + new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void everyPrefixOfAPolicyIsLeftAloneOrKeepsItsWords() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/coding-assistant-whole.mete"));
        for (int end = 0; end < text.length(); end += 3) {
            assertSound(text.substring(0, end));
        }
    }

    @Test
    void hostileTextsAreLeftAlone() {
        assertThat(List.of(
                        "(".repeat(1 << 20),
                        "let a = " + "(".repeat(1 << 20),
                        "let a = " + "1".repeat(1_000_000),
                        "let a = \"\uD800\"",
                        "# \uDC00",
                        "# \u202E",
                        "let a = \"open",
                        "\uFEFF\uFEFFpolicy demo",
                        "#".repeat(9 << 20)))
                .allSatisfy(text -> assertThat(FormatPolicy.of(Source.of("sample.mete", text)))
                        .isInstanceOf(Formatting.Unreadable.class));
    }

    @Test
    void whatIsNestedAsDeepAsCanBeIsFormatted() {
        assertSound("let a = " + "(".repeat(128) + "stream" + ")".repeat(128));
        assertSound("let a = " + "(stream or ".repeat(128) + "stream" + ")".repeat(128));
        assertThat(formatted("let a = " + "not ".repeat(300_001) + "stream")).isPresent();
        assertThat(formatted("let a = stream" + " and stream".repeat(100_000))).isPresent();
    }

    @Test
    void asManyRulesAsCanBeAreFormatted() {
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(String.format(Locale.ROOT, "rule \"%d\" when tools > %d then fast, effort none%n", i, i));
        }
        assertThat(formatted(text.toString()).orElseThrow().lines()).hasSize(4 * 20_000 - 1);
    }

    @Test
    void foreignLineEndsBecomeLineFeeds() {
        String text = "policy demo\n\nlet a  = stream  # one\nlet bb = stream\n# two\n";

        assertThat(formatted(text)).contains(text);
        assertThat(formatted(text.replace("\n", "\r\n"))).contains(text);
        assertThat(formatted(text.replace('\n', '\r'))).contains(text);
    }

    @Test
    void mistakesAreToldAtTheirPlace() {
        var formatting = FormatPolicy.of(Source.of("sample.mete", "\uFEFFlet a = \n  stream and\n"));

        assertThat(formatting)
                .isInstanceOfSatisfying(
                        Formatting.Unreadable.class,
                        unreadable -> assertThat(DiagnosticText.render(unreadable.diagnostics()))
                                .contains("error[M0001]", "sample.mete:2:13"));
    }

    /** That a text is sound, or would not be the same and is left for that. */
    private static void assertSoundOrLeft(String text) {
        if (!isRefused(text)) {
            assertSound(text);
        }
    }

    private static boolean isRefused(String text) {
        return FormatPolicy.of(Source.of("sample.mete", text)) instanceof Formatting.Refused;
    }

    /** That a text is left alone, or comes out with the same characters but for white space, and comes to rest. */
    private static void assertSound(String text) {
        var formatting = FormatPolicy.of(Source.of("sample.mete", text));
        assertThat(formatting).as(text).isNotInstanceOf(Formatting.Refused.class);
        if (formatting instanceof Formatting.Formatted(String formatted)) {
            assertThat(ink(formatted)).isEqualTo(ink(text));
            assertThat(formatted(formatted)).as(text).contains(formatted);
            assertThat(formatted).doesNotContain("\r", "\n\n\n", " \n").doesNotStartWith("\n");
            assertThat(formatted.isEmpty() || (formatted.endsWith("\n") && !formatted.endsWith("\n\n")))
                    .isTrue();
        }
    }

    private static String ink(String text) {
        return text.replaceAll("[\\s\u00A0\uFEFF]", "");
    }

    private static Optional<String> formatted(String text) {
        return FormatPolicy.of(Source.of("sample.mete", text)) instanceof Formatting.Formatted(String formatted)
                ? Optional.of(formatted)
                : Optional.empty();
    }

    /** A text without comments and blank lines; a {@code #} in quotes counts as a comment too, and makes the text a broken one. */
    private static String withoutComments(String text) {
        return text.replaceAll("#[^\r\n]*", "").replaceAll("\\s*[\r\n]+", "\n");
    }

    private static List<String> written() {
        try (var files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().endsWith(".mete"))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .map(FormatPolicyTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
