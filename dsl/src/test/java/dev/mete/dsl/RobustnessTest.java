package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.dsl.report.Report;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicySource.Includes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file, reading it ends in a policy or in diagnostics. */
final class RobustnessTest {
    private static final String SAMPLE = Policies.resource("coding-assistant-whole.mete");
    private static final List<String> WORDS = List.of(
            "policy",
            "include",
            "models",
            "features",
            "let",
            "bucket",
            "waiting",
            "costs",
            "per",
            "rule",
            "when",
            "then",
            "fallback",
            "otherwise",
            "best",
            "cheapest",
            "of",
            "where",
            "limit",
            "because",
            "ensure",
            "test",
            "given",
            "expect",
            "is",
            "not",
            "in",
            "and",
            "or",
            "starts",
            "ends",
            "with",
            "contains",
            "one",
            "set",
            "from",
            "up",
            "to",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            ",",
            ":",
            "=",
            "!=",
            "<",
            "<=",
            ">",
            ">=",
            "==",
            "&&",
            "+",
            "-",
            "*",
            "/",
            "5",
            "$5",
            "20s",
            "10%",
            "1_000",
            "10k",
            "\"text\"",
            "\"open",
            "'single'",
            "fast",
            "deep",
            "effort",
            "cap",
            "thinking",
            "timeout",
            "none",
            "low",
            "high",
            "type",
            "complexity",
            "error_cost",
            "input_tokens",
            "tags",
            "tenant",
            "stream",
            "true",
            "min",
            "max",
            "price",
            "use",
            "avoid",
            "money",
            "tokens",
            "# comment",
            "@",
            "\n",
            "x",
            "effort <= low",
            "rule \"a\" when stream then fast, effort none");

    @Property(tries = 1_000)
    void anyTextIsReadToAnEnd(@ForAll String text) {
        read(text);
    }

    @Property(tries = 500)
    void anyBytesAreReadToAnEnd(@ForAll byte[] bytes) {
        read(new String(bytes, StandardCharsets.ISO_8859_1));
        read("rule \"x\" when " + new String(bytes, StandardCharsets.UTF_8));
    }

    @Property(tries = 1_500)
    void anyWordsOfTheLanguageAreReadToAnEnd(@ForAll("soup") List<String> words) {
        read(String.join(" ", words));
    }

    @Property(tries = 500)
    void aPolicyThatIsCutOffIsReadToAnEnd(@ForAll long seed) {
        read(SAMPLE.substring(0, new Random(seed).nextInt(SAMPLE.length())));
    }

    @Property(tries = 1_000)
    void aMutatedPolicyIsReadToAnEnd(@ForAll long seed) {
        var random = new Random(seed);
        var text = new StringBuilder(SAMPLE);
        for (int i = 0; i <= random.nextInt(6); i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            text.replace(at, end, random.nextBoolean() ? "" : " " + WORDS.get(random.nextInt(WORDS.size())) + " ");
        }
        read(text.toString());
    }

    @Test
    void everyPrefixOfAPolicyIsReadToAnEnd() {
        String sample = Policies.resource("coding-assistant.mete");
        for (int end = 0; end < sample.length(); end += 3) {
            read(sample.substring(0, end));
        }
    }

    @Provide
    Arbitrary<List<String>> soup() {
        return Arbitraries.of(WORDS).list().ofMaxSize(60);
    }

    private static void read(String text) {
        Compilation compilation = Policies.read(text, Includes.none());
        List<Diagnostic> found = compilation.diagnostics();
        assertThat(found).hasSizeLessThanOrEqualTo(Report.MOST + 1);
        switch (compilation) {
            case Compilation.Lowered _ -> assertThat(found).noneMatch(Diagnostic::isError);
            case Compilation.Failed _ -> {
                assertThat(found).anyMatch(Diagnostic::isError);
                assertThat(DiagnosticText.render(found)).isNotEmpty();
            }
            case Compilation.Opaque _ -> throw new AssertionError("not a policy of this language");
        }
    }
}
