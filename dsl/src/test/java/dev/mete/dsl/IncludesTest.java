package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.dsl.parse.Tokens;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicySource.Found;
import dev.mete.engine.policy.PolicySource.Includes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IncludesTest {
    private static final String END = "\notherwise plain, effort none, cap 5_000\n";

    @Test
    void limitsAndLetsOfAnIncludedFileCount() {
        var guardrails = Source.of("guardrails.mete", """
                let generous = tools > 5
                limit cap <= 1_000 when not generous and region is eu because "budget"
                """);
        var policy = Policies.compiled(Policies.START + """
                        include "guardrails.mete"
                        features { region : one of eu, us = eu }
                        rule "generous" when generous then fast, effort none, cap 2_000
                        """ + END, Includes.of(Map.of("guardrails.mete", guardrails)));
        assertThat(Policies.decision(policy, "tools", 6).plan().tokenCap()).isEqualTo(2_000);
        var limited = Policies.decision(policy);
        assertThat(limited.plan().tokenCap()).isEqualTo(1_000);
        assertThat(limited.limitedBy()).containsExactly("budget");
        assertThat(policy.sources()).extracting(Source::name).containsExactly("sample.mete", "guardrails.mete");
        assertThat(policy.limits().getFirst().span().source()).isEqualTo(guardrails);
    }

    @Test
    void aFileIsFoundFromTheOneThatIncludesIt() {
        var asked = new ArrayList<String>();
        Includes includes = (from, path) -> {
            asked.add(from.name() + " -> " + path);
            return new Found.File(Source.of("shared/" + path, path.equals("a.mete") ? "include \"b.mete\"" : ""));
        };
        Policies.compiled(Policies.START + "include \"a.mete\"" + END, includes);
        assertThat(asked).containsExactly("sample.mete -> a.mete", "shared/a.mete -> b.mete");
    }

    @Test
    void aFileThatTwoOthersIncludeIsReadOnce() {
        var files = Map.of(
                "a", Source.of("a", "include \"c\""),
                "b", Source.of("b", "include \"c\""),
                "c", Source.of("c", "let third = tools > 3"));
        var policy = Policies.compiled(
                Policies.START + "include \"a\" include \"b\" rule \"c\" when third then fast, effort none" + END,
                Includes.of(files));
        assertThat(policy.sources()).extracting(Source::name).containsExactly("sample.mete", "a", "c", "b");
    }

    @Test
    void aCircleThroughThePolicyItselfIsAnError() {
        var files = Map.of("a", Source.of("a", "include \"sample\""), "sample", Source.of("sample.mete", ""));
        assertThat(codes(Policies.read(Policies.START + "include \"a\"" + END, Includes.of(files))))
                .containsExactly("M0307");
    }

    @Test
    void whatIsWrongInAnIncludedFileShowsThere() {
        var files = Map.of("a", Source.of("a.mete", "\n\nlimit cap <= $5\n"));
        var found = Policies.read(Policies.START + "include \"a\"" + END, Includes.of(files))
                .diagnostics();
        assertThat(found).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("M0210");
            assertThat(diagnostic.span().toString()).isEqualTo("a.mete:3:14");
        });
    }

    @Test
    void anIncludedFileIsTooLargeLikeAnyOther() {
        var files = Map.of("a", Source.of("a", "#".repeat(Tokens.LARGEST_FILE + 1)));
        assertThat(codes(Policies.read(Policies.START + "include \"a\"" + END, Includes.of(files))))
                .containsExactly("M0008");
    }

    @Test
    void theRevisionChangesWithAnIncludedFile() {
        assertThat(revision("let a = stream")).isEqualTo(revision("let a = stream"));
        assertThat(revision("let a = stream")).isNotEqualTo(revision("let a = not stream"));
    }

    private static String revision(String included) {
        return Policies.compiled(
                        Policies.START + "include \"a\"" + END, Includes.of(Map.of("a", Source.of("a", included))))
                .revision();
    }

    private static List<String> codes(Compilation compilation) {
        return compilation.diagnostics().stream().map(Diagnostic::code).toList();
    }
}
