package dev.mete.engine.drools.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.drools.TestCatalog;
import dev.mete.engine.drools.drl.DrlLanguage;
import dev.mete.engine.drools.fact.Bucket;
import dev.mete.engine.drools.fact.Decision;
import dev.mete.engine.drools.fact.Limit;
import dev.mete.engine.drools.fact.Task;
import dev.mete.engine.drools.generated.GeneratedPolicies;
import dev.mete.engine.drools.generated.GeneratedTasks;
import dev.mete.engine.drools.generated.PrintDrl;
import dev.mete.engine.drools.network.DroolsEngine;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaGroup;
import org.kie.internal.utils.KieHelper;

/** Files in restricted DRL, run by Mete and by plain Drools: the same decisions. */
class PlainDroolsTest {
    private static final int TASKS = 500;

    @Test
    void theDocumentedPolicyAsksForTheSameInPlainDrools() {
        Source source = Document.policy();
        KieBase rules =
                new KieHelper().addContent(source.text(), ResourceType.DRL).build(ExecutableModelProject.class);
        var restricted = restricted(source, TestCatalog.catalog());
        try (var policy = new DroolsEngine().compile(restricted.ir())) {
            for (var task : GeneratedTasks.of(policy.schema(), 1, TASKS)) {
                var decided = (dev.mete.engine.decision.Decision) policy.decide(task);
                var asked = ask(rules, new Task(task));
                assertThat(Objects.requireNonNull(asked.bucket()).name())
                        .isEqualTo(decided.bucket().name());
                assertThat(plans(asked)).contains(asked(decided));
                assertThat(plans(asked))
                        .hasSize(decided.chosen() == null ? 1 : decided.chosen().candidates());
                assertThat(asked.limits()).extracting(Limit::because).containsAll(reasons(decided.limitedBy()));
            }
        }
    }

    /** The plans that rules ask for, each as its model and effort. */
    private static List<String> plans(Decision asked) {
        var choice = asked.choice();
        var plans = choice == null ? List.of(Objects.requireNonNull(asked.plan())) : choice.plans();
        return plans.stream().map(plan -> plan.model() + " " + plan.effort()).toList();
    }

    /** The plan that a decision was asked for. */
    private static String asked(dev.mete.engine.decision.Decision decided) {
        var asked = decided.asked();
        return Objects.requireNonNullElse(asked.model(), decided.plan().model().id()) + " "
                + Objects.requireNonNullElse(asked.effort(), decided.plan().effort())
                        .name();
    }

    private static List<String> reasons(List<String> limitedBy) {
        return limitedBy.stream()
                .filter(limit -> limit.startsWith("thinking behind"))
                .toList();
    }

    @Test
    void theDocumentedCodeIsTheCodeThatRuns() throws IOException {
        Path own = Path.of("src/test/java", PlainDroolsTest.class.getName().replace('.', '/') + ".java");
        assertThat(words(Files.readString(own))).contains(words(Document.block("java")));
    }

    @Test
    void theDocumentedPolicyDecidesTheSameAsFullDrl() {
        sameAsFull(Document.policy(), TestCatalog.catalog());
    }

    @Test
    void theSupportDeskDecidesTheSameAsFullDrl() throws IOException {
        Catalog catalog =
                ((CatalogReading.Read) CatalogJson.read(Path.of("../../rules/catalog.json"), "catalog.json")).catalog();
        sameAsFull(Source.of("policy.drl", Files.readString(Path.of("../../rules/support-desk/policy.drl"))), catalog);
    }

    /** Each takes Drools' compiler a second or so. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aGeneratedPolicyDecidesTheSameAsFullDrl(long seed) {
        String drl = PrintDrl.of(GeneratedPolicies.withoutArithmeticOfDecimals(TestCatalog.catalog(), seed, 6));
        sameAsFull(Source.of("generated-" + seed + ".drl", drl), TestCatalog.catalog());
    }

    private static void sameAsFull(Source source, Catalog catalog) {
        var full = new FullDrlLanguage(Duration.ofSeconds(60)).read(PolicySource.of(source), catalog);
        assertThat(full).as(DiagnosticText.render(full.diagnostics())).isInstanceOf(Compilation.Opaque.class);
        try (var plain = ((Compilation.Opaque) full).policy();
                var policy =
                        new DroolsEngine().compile(restricted(source, catalog).ir())) {
            for (var task : GeneratedTasks.of(plain.schema(), 2, TASKS)) {
                assertThat(plain.decide(task)).as("%s%n%s", task, source.text()).isEqualTo(policy.decide(task));
            }
        }
    }

    private static Compilation.Lowered restricted(Source source, Catalog catalog) {
        var compilation = new DrlLanguage().read(PolicySource.of(source), catalog);
        assertThat(compilation)
                .as(DiagnosticText.render(compilation.diagnostics()))
                .isInstanceOf(Compilation.Lowered.class);
        return (Compilation.Lowered) compilation;
    }

    private static String words(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

    /** What the rules ask for, for one task. */
    static Decision ask(KieBase rules, Task task) {
        KieSession session = rules.newKieSession();
        try {
            var decision = new Decision();
            session.setGlobal("decision", decision);
            session.insert(task);
            fireFirst(session, "classify");
            fireFirst(session, "wait");
            session.insert(decision.bucket() == null ? Bucket.MAYBE : decision.bucket());
            fireFirst(session, "route");
            session.getAgenda().getAgendaGroup("limit").setFocus();
            session.fireAllRules();
            return decision;
        } finally {
            session.dispose();
        }
    }

    /** Fires the first rule of a group that holds, and no other. */
    static void fireFirst(KieSession session, String group) {
        AgendaGroup rules = session.getAgenda().getAgendaGroup(group);
        rules.setFocus();
        session.fireAllRules(1);
        rules.clear();
    }
}
