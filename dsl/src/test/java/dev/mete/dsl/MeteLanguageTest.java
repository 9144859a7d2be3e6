package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.dsl.parse.ParseFile;
import dev.mete.dsl.parse.Tokens;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicyLanguage;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.policy.PolicySource.Includes;
import dev.mete.engine.policy.Revision;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class MeteLanguageTest {
    private static final String SMALLEST =
            "policy small models { fast = \"anthropic/claude-haiku-4-5\" } otherwise fast, effort none";

    @Test
    void theLanguageIsFoundByTheEndingOfItsFiles() {
        var language = ServiceLoader.load(PolicyLanguage.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.ending().equals("mete"))
                .findFirst()
                .orElseThrow();
        assertThat(language).isInstanceOf(MeteLanguage.class);
        assertThat(language.defaultEngine()).isEqualTo("native");
    }

    @Test
    void theStagesAreNamedInOrderAndTimed() {
        var lowered = (Compilation.Lowered) Policies.read(SMALLEST, Includes.none());
        assertThat(lowered.stages())
                .extracting(Compilation.Stage::name)
                .containsExactly(
                        "read",
                        "parse",
                        "include",
                        "structure",
                        "resolve names",
                        "check types and units",
                        "check bounds",
                        "lower",
                        "check against the catalog");
        assertThat(lowered.stages())
                .allSatisfy(stage -> assertThat(stage.nanos()).isNotNegative());
    }

    @Test
    void aPolicyWithMoreWarningsThanAreShownLoads() {
        String policy = LargeFiles.unaskedModels(150) + "\notherwise fast, effort none\n";
        assertThat(Policies.read(policy, Includes.none()))
                .isInstanceOfSatisfying(
                        Compilation.Lowered.class,
                        lowered ->
                                assertThat(lowered.diagnostics()).hasSize(101).noneMatch(Diagnostic::isError));
    }

    @Test
    void lineBreaksCarryNoMeaning() {
        String spread = SMALLEST.replace(" ", "\r\n");
        assertThat(Policies.compiled(spread).name()).isEqualTo("small");
    }

    @Test
    void theRevisionIsThatOfTheSourcesAndTheCatalog() {
        var source = Source.of("sample.mete", SMALLEST);
        assertThat(Policies.compiled(SMALLEST).revision()).isEqualTo(Revision.of(List.of(source), Models.CATALOG));
    }

    @Test
    void aFailureKnowsWhatWasRead() {
        var failed = (Compilation.Failed) Policies.read("policy x", Includes.none());
        assertThat(failed.sources()).extracting(Source::name).containsExactly("sample.mete");
    }

    @Test
    void aPolicyNameIsWhatStandsInAUrl() {
        for (String name : List.of(
                "a",
                "coding-assistant",
                "gpt-5-router",
                "v2-x5m",
                "top-10-rule-set",
                "a-1b-2c",
                "when-in-doubt",
                "safe-or-not",
                "no-otherwise")) {
            assertThat(Policies.compiled(SMALLEST.replace("small", name)).name())
                    .isEqualTo(name);
        }
        for (String name : List.of("A", "a--b", "a_b", "a-", "5-a", "a - b", "a.b", "a/b", "when", "a-&&-b", "a-!-b")) {
            assertThat(Policies.read(SMALLEST.replace("small", name), Includes.none()))
                    .isInstanceOf(Compilation.Failed.class);
        }
    }

    @Test
    void aPolicyOfTheMostRulesIsRead() {
        assertThat(Policies.compiled(LargeFiles.policy(ParseFile.MOST_RULES)).rules())
                .hasSize(ParseFile.MOST_RULES);
    }

    @Test
    void aPolicyOfTheMostLinesAndBytesIsRead() {
        String lines = SMALLEST + "\n".repeat(Tokens.MOST_LINES);
        assertThat(Policies.compiled(lines).name()).isEqualTo("small");
        String bytes = SMALLEST + "#" + "x".repeat(Tokens.LARGEST_FILE - SMALLEST.length() - 1);
        assertThat(Policies.compiled(bytes).name()).isEqualTo("small");
    }

    @Test
    void bracketsNestUpToTheDeepest() {
        String deepest = "(".repeat(128) + "stream" + ")".repeat(128);
        assertThat(Policies.holds(Policies.rule(deepest))).isTrue();
        String withWords = "(tools > 90 or stream and not ".repeat(128) + "tools > 5" + ")".repeat(128);
        assertThat(Policies.rule(withWords).rules()).hasSize(1);
    }

    @Test
    void theMostFilesAreIncluded() {
        Includes includes = (_, path) -> new PolicySource.Found.File(Source.of(path, ""));
        String text = LargeFiles.includes(ReadIncludes.MOST_FILES);
        assertThat(Policies.compiled(SMALLEST + " " + text, includes).sources()).hasSize(ReadIncludes.MOST_FILES + 1);
    }

    @Test
    void aChainOfLetsIsReadInAnyOrder() {
        var lets = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            lets.append("let a").append(i).append(" = not a").append(i + 1).append('\n');
        }
        var policy = Policies.rule("a0", lets + "let a100 = stream");
        assertThat(Policies.holds(policy, "stream", true)).isTrue();
        assertThat(Policies.holds(policy, "stream", false)).isFalse();
    }
}
