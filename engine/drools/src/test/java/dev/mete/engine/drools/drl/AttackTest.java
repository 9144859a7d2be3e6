package dev.mete.engine.drools.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.drools.TestCatalog;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicySource;
import org.junit.jupiter.api.Test;

/** What plain DRL lets an author do to the machine, and restricted DRL does not: each is refused, and named at its place. */
class AttackTest {
    private static final String HEAD = """
            package attack;
            import dev.mete.engine.drools.fact.*;
            global Decision decision;
            """;
    private static final String OTHERWISE = """

            rule "otherwise" ruleflow-group "route" when Task()
            then decision.route("openai/gpt-5.5", Effort.LOW); end
            """;

    @Test
    void aFileIsNotReadInAConsequence() {
        refusedConsequence(
                "decision.limitCap(java.nio.file.Files.size(java.nio.file.Path.of(\"/etc/hostname\")));", "size");
    }

    @Test
    void aFileIsNotLookedForInAConstraint() {
        refusedConstraint("java.nio.file.Files.exists(java.nio.file.Path.of(\"/etc/passwd\"))", "exists");
    }

    @Test
    void nothingIsEvaluated() {
        refused(limit("eval( System.getProperty(\"user.name\") != null ) Task()", "decision.limitCap(300);"), "eval");
    }

    @Test
    void noProcessIsStarted() {
        refusedConsequence("new ProcessBuilder(\"id\").start();", "new ProcessBuilder(\"id\").start();");
    }

    @Test
    void noFunctionIsDefined() {
        refused("function String home() { return System.getProperty(\"user.home\"); }\n", "function String home()");
    }

    @Test
    void noStaticMethodIsImported() {
        refused("import static java.lang.System.getenv;\n", "import static java.lang.System.getenv;");
    }

    @Test
    void theMachineIsNotStopped() {
        refusedConsequence("System.exit(77);", "System.exit(77);");
    }

    @Test
    void aConsequenceDoesNotRunForEver() {
        refusedConsequence("while (true) { }", "while (true) { }");
    }

    @Test
    void rulesDoNotCallEachOtherForEver() {
        refused("rule \"ping\" ruleflow-group \"limit\" when $t : Task() then update($t); end\n", "update($t);");
    }

    @Test
    void aUnicodeEscapeDoesNotEndATextOfAConsequence() {
        refusedConsequence(
                "decision.limitCap(300, \"x\\u0022 + System.getProperty(\\u0022user.name\\u0022) + \\u0022\");",
                "\\u0022");
    }

    @Test
    void aUnicodeEscapeDoesNotEndATextOfAConstraint() {
        refusedConstraint(
                "tenant == \"\\u0022 + System.setProperty(\\u0022a\\u0022, \\u0022b\\u0022) + \\u0022\"", "\\u0022");
    }

    @Test
    void aUnicodeEscapeDoesNotEndTheNameOfARule() {
        refused(
                "rule \"x\\u0022 + System.setProperty(\\u0022a\\u0022, \\u0022b\\u0022) + \\u0022\" ruleflow-group \"limit\""
                        + " when Task() then decision.limitCap(300); end\n",
                "\\u0022");
    }

    private static void refusedConstraint(String constraint, String named) {
        refused(limit("Task( " + constraint + " )", "decision.limitCap(300);"), named);
    }

    private static void refusedConsequence(String statement, String named) {
        refused(limit("Task()", statement), named);
    }

    private static String limit(String patterns, String consequence) {
        return "rule \"attack\" ruleflow-group \"limit\" when " + patterns + " then " + consequence + " end\n";
    }

    private static void refused(String attack, String named) {
        var source = PolicySource.of(Source.of("attack.drl", HEAD + attack + OTHERWISE));
        var language = new DrlLanguage();
        var compilation = language.read(source, TestCatalog.catalog());
        assertThat(compilation).isInstanceOf(Compilation.Failed.class);
        assertThat(compilation.diagnostics())
                .allMatch(Diagnostic::isError)
                .allMatch(language::isBeyond)
                .anySatisfy(diagnostic -> assertThat(diagnostic.span().text()).startsWith(named));
    }
}
