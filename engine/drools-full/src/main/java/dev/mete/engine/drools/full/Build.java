package dev.mete.engine.drools.full;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.drools.drl.DrlOutline;
import dev.mete.engine.drools.fact.Decision;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** Compiles a rule file with Drools' compiler. Every build has a release of its own, so that nothing of an old one stays behind. */
sealed interface Build {
    /** What the classes of a build are named after, beside their release. */
    AtomicLong RELEASES = new AtomicLong();

    /** What the rules are called in messages of the compiler. */
    String FILE = "policy.drl";

    /** The rules, compiled; to be closed. */
    record Rules(KieBase base, KieContainer container, ReleaseId release) implements Build {
        void close() {
            container.dispose();
            KieServices.get().getRepository().removeKieModule(release);
        }
    }

    /** What keeps the rules from being compiled. */
    record Failed(List<Diagnostic> errors) implements Build {}

    static Build of(Source source, DrlOutline outline) {
        KieServices services = KieServices.get();
        ReleaseId release =
                services.newReleaseId("dev.mete.policy", outline.name(), "1.0." + RELEASES.incrementAndGet());
        try {
            var files = services.newKieFileSystem();
            files.generateAndWritePomXML(release);
            files.write("src/main/resources/" + outline.name().replace('-', '_') + "/" + FILE, source.text());
            KieBuilder builder =
                    services.newKieBuilder(files, Build.class.getClassLoader()).buildAll(ExecutableModelProject.class);
            var errors = builder.getResults().getMessages(Message.Level.ERROR);
            return errors.isEmpty()
                    ? opened(services, release, source)
                    : new Failed(new CompilerMessages(source, outline).diagnostics(errors));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // The model generator throws for some mistakes of authors, such as a text where a number is compared.
            services.getRepository().removeKieModule(release);
            return new Failed(List.of(new CompilerMessages(source, outline).thrown(e)));
        }
    }

    private static Build opened(KieServices services, ReleaseId release, Source source) {
        KieContainer container = services.newKieContainer(release, Build.class.getClassLoader());
        KieBase base = container.newKieBase(services.newKieBaseConfiguration());
        var rules = new Rules(base, container, release);
        boolean hasGlobal = base.getKiePackages().stream()
                .flatMap(kiePackage -> kiePackage.getGlobalVariables().stream())
                .anyMatch(global ->
                        global.getName().equals("decision") && global.getType().equals(Decision.class.getName()));
        if (hasGlobal) {
            return rules;
        }
        rules.close();
        return new Failed(List.of(Diagnostic.error(
                "D0002",
                source.start(),
                "the global `decision` is missing",
                "write `global " + Decision.class.getName() + " decision;` after the imports")));
    }
}
