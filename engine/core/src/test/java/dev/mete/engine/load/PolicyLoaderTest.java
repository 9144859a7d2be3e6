package dev.mete.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.policy.PolicyEngine;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.policy.TrustedLanguage;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyLoaderTest {
    private static final Catalog CATALOG = Catalog.of(List.of(), "none");

    private final AtomicInteger closed = new AtomicInteger();

    @TempDir
    Path root;

    @Nested
    class AFolder {
        @Test
        void aPolicyThatIsFineDecidesByItsLanguagesEngine() throws IOException {
            var loaded = loaded(folder("support-desk", "name support-desk"));
            assertThat(loaded.policy().info().name()).isEqualTo("support-desk");
            assertThat(loaded.policy().info().engine()).isEqualTo("native");
            assertThat(loaded.diagnostics()).isEmpty();
        }

        @Test
        void aSettingChoosesTheEngine() throws IOException {
            Path folder = folder("support-desk", "name support-desk");
            Files.writeString(folder.resolve("settings.properties"), "engine = counting\n");
            assertThat(loaded(folder).policy().info().engine()).isEqualTo("counting");
        }

        @Test
        void warningsDoNotKeepAPolicyFromLoading() throws IOException {
            assertThat(loaded(folder("support-desk", "odd\nname support-desk")).diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly("M0001");
        }

        @Test
        void aPolicyHasTheNameOfItsFolder() throws IOException {
            Path folder = folder("support-desk", "name help-desk\nodd");
            Files.writeString(folder.resolve("settings.properties"), "engine = counting\n");
            assertThat(failed(folder))
                    .containsExactly(
                            "P0005 rules/support-desk/policy.tiny:1:1: the policy `help-desk` lies in the folder `support-desk`",
                            "M0001 rules/support-desk/policy.tiny:2:1: this is odd");
            assertThat(closed).as("a policy that is not used is closed").hasValue(1);
        }

        @Test
        void mistakesOfTheFolderAndOfThePolicyComeAtOnceAndInOrder() throws IOException {
            Path folder = folder("Support_Desk", "name x\nnonsense");
            Files.writeString(folder.resolve("settings.properties"), "colour = red\nengine = natvie\n");
            assertThat(failed(folder))
                    .containsExactly(
                            "P0001 rules/Support_Desk:1:1: the folder `Support_Desk` cannot name a policy",
                            "M0002 rules/Support_Desk/policy.tiny:2:1: unknown word `nonsense`",
                            "P0006 rules/Support_Desk/settings.properties:1:1: unknown setting `colour`",
                            "P0007 rules/Support_Desk/settings.properties:2:1: unknown engine `natvie`");
        }

        @Test
        void aFolderWithoutAPolicyFails() throws IOException {
            assertThat(failed(Files.createDirectory(rules().resolve("empty"))))
                    .containsExactly("P0003 rules/empty:1:1: the folder has no policy");
        }

        @Test
        void includedFilesAreAmongTheSources() throws IOException {
            Path folder = folder("support-desk", "name support-desk\ninclude ../guardrails.tiny\ninclude own.tiny");
            Files.writeString(rules().resolve("guardrails.tiny"), "odd\n");
            Files.writeString(folder.resolve("own.tiny"), "include ../guardrails.tiny\n");
            var loaded = loaded(folder);
            assertThat(loaded.policy().info().sources())
                    .extracting(Source::name)
                    .containsExactly(
                            "rules/support-desk/policy.tiny", "rules/guardrails.tiny", "rules/support-desk/own.tiny");
            assertThat(loaded.diagnostics()).hasSize(1);
        }
    }

    @Nested
    class AText {
        @Test
        void anUnknownEndingNamesTheNearest() {
            assertThat(failed(loader().load(source("name x"), "tyny", null, CATALOG)))
                    .containsExactly("P0011 posted:1:1: no language has files that end in `.tyny`");
        }

        @Test
        void anUnknownEngineNamesTheNearest() {
            var loading = loader().load(source("name x"), "tiny", "nativ", CATALOG);
            assertThat(failed(loading)).containsExactly("P0007 posted:1:1: unknown engine `nativ`");
            assertThat(loading.diagnostics().getFirst().help()).isEqualTo("did you mean `native`?");
        }

        @Test
        void aTextWithoutAFolderIncludesNothing() {
            assertThat(failed(loader().load(source("include a.tiny"), "tiny", null, CATALOG)))
                    .containsExactly("M0004 posted:1:1: a policy without a folder has no files to include");
        }
    }

    @Nested
    class AFile {
        @Test
        void itIncludesWhatLiesBesideItAndNeedsNoFolderOfItsOwn() throws IOException {
            Path file = rules().resolve("any-name.tiny");
            Files.writeString(file, "name help-desk\ninclude guardrails.tiny");
            Files.writeString(rules().resolve("guardrails.tiny"), "");
            assertThat(loader().load(file, rules(), CATALOG))
                    .isInstanceOfSatisfying(
                            Loading.Loaded.class,
                            loaded -> assertThat(loaded.policy().info().sources())
                                    .extracting(Source::name)
                                    .containsExactly("rules/any-name.tiny", "rules/guardrails.tiny"));
        }

        @Test
        void aFileThatCannotBeReadOrHasNoEndingIsTold() throws IOException {
            assertThat(failed(loader().load(rules(), root, CATALOG)))
                    .containsExactly(
                            "P0008 " + root.getFileName() + "/rules:1:1: the file cannot be read: it is a folder");
            Path file = Files.writeString(rules().resolve("README"), "name x");
            assertThat(failed(loader().load(file, rules(), CATALOG)))
                    .containsExactly("P0011 rules/README:1:1: no language has files that end in `.README`");
            assertThat(failed(loader().load(root.getRoot(), root.getRoot(), CATALOG)))
                    .containsExactly("P0008 /:1:1: the file cannot be read: it is a folder");
        }
    }

    @Nested
    class CodeOfAuthors {
        @Test
        void isRefusedUnlessItIsTrusted() {
            assertThat(loader().trusts()).isFalse();
            assertThat(failed(loader().load(source("name x\ncode"), "tiny", null, CATALOG)))
                    .containsExactly("M0003 posted:2:1: `code` is beyond this language");
        }

        @Test
        void isReadByTheTrustedLanguageOfTheSameEnding() {
            assertThat(trusting().trusts()).isTrue();
            assertThat(trusting().load(source("name x\ncode"), "tiny", null, CATALOG))
                    .isInstanceOfSatisfying(
                            Loading.Loaded.class,
                            loaded ->
                                    assertThat(loaded.policy().info().engine()).isEqualTo("full"));
        }

        @Test
        void isReadSoAsSoonAsAnythingIsBeyondTheLanguage() {
            assertThat(trusting().load(source("code\nunknown"), "tiny", null, CATALOG))
                    .isInstanceOf(Loading.Loaded.class);
        }

        @Test
        void whatBothLanguagesCallWrongIsShown() {
            assertThat(failed(trusting().load(source("code\nnonsense"), "tiny", null, CATALOG)))
                    .containsExactly(
                            "M0005 posted:1:1: the code makes no sense", "M0002 posted:2:1: unknown word `nonsense`");
        }

        @Test
        void isDecidedByNoOtherEngine() {
            assertThat(failed(trusting().load(source("code"), "tiny", "native", CATALOG)))
                    .containsExactly(
                            "P0012 posted:1:1: the engine `native` cannot decide a policy that runs code of its author");
            assertThat(closed).hasValue(1);
        }

        @Test
        void aPolicyThatIsNotBeyondTheLanguageStaysWithIt() {
            assertThat(trusting().load(source("name x"), "tiny", null, CATALOG))
                    .isInstanceOfSatisfying(
                            Loading.Loaded.class,
                            loaded ->
                                    assertThat(loaded.policy().info().engine()).isEqualTo("native"));
        }
    }

    @Test
    void theInstalledEnginesAreThoseOnTheClassPath() {
        assertThat(PolicyLoader.installed().trusts()).isFalse();
        assertThat(PolicyLoader.trusting().trusts()).isFalse();
        assertThat(PolicyLoader.installed().endings()).isEmpty();
    }

    private Path rules() throws IOException {
        return Files.createDirectories(root.resolve("rules"));
    }

    private Path folder(String name, String policy) throws IOException {
        Path folder = Files.createDirectory(rules().resolve(name));
        Files.writeString(folder.resolve("policy.tiny"), policy);
        return folder;
    }

    private PolicyLoader loader() {
        return new PolicyLoader(
                List.of(new TinyLanguage("tiny")), List.of(new NativeEngine(), new CountingEngine(closed)));
    }

    private PolicyLoader trusting() {
        return new PolicyLoader(
                List.of(new TinyLanguage("tiny")),
                List.of(new TrustedTiny(closed)),
                List.of(new NativeEngine()),
                List.of());
    }

    private static PolicySource source(String text) {
        return PolicySource.of(Source.of("posted", text));
    }

    private Loading loading(Path folder) throws IOException {
        return loader().load(loader().folder(folder, rules()), CATALOG);
    }

    private Loading.Loaded loaded(Path folder) throws IOException {
        return switch (loading(folder)) {
            case Loading.Loaded loaded -> loaded;
            case Loading.Failed failed ->
                throw new AssertionError(failed.diagnostics().toString());
        };
    }

    private List<String> failed(Path folder) throws IOException {
        return failed(loading(folder));
    }

    private static List<String> failed(Loading loading) {
        return switch (loading) {
            case Loading.Loaded loaded -> throw new AssertionError(loaded.toString());
            case Loading.Failed failed ->
                failed.diagnostics().stream()
                        .map(it -> it.code() + " " + it.span() + ": " + it.message())
                        .toList();
        };
    }

    /** The evaluator under another name; counts how many of its policies were closed. */
    private record CountingEngine(AtomicInteger closed) implements PolicyEngine {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public CompiledPolicy compile(PolicyIr ir) {
            return new CountingPolicy(new Evaluator(ir, name()), closed);
        }
    }

    private record TrustedTiny(AtomicInteger closed) implements TrustedLanguage {
        @Override
        public String ending() {
            return "tiny";
        }

        @Override
        public String defaultEngine() {
            return "full";
        }

        @Override
        public Compilation read(PolicySource source, Catalog catalog) {
            if (source.main().text().contains("nonsense")) {
                var found = Diagnostic.error("M0005", source.main().start(), "the code makes no sense");
                return new Compilation.Failed(List.of(found), List.of(source.main()));
            }
            var policy = new Evaluator(TinyLanguage.draft("full").ir(), "full");
            return new Compilation.Opaque(new CountingPolicy(policy, closed), List.of());
        }
    }

    private record CountingPolicy(Evaluator evaluator, AtomicInteger closed) implements CompiledPolicy {
        @Override
        public PolicyInfo info() {
            return evaluator.info();
        }

        @Override
        public TaskSchema schema() {
            return evaluator.schema();
        }

        @Override
        public Outcome decide(Task task) {
            return evaluator.decide(task);
        }

        @Override
        public Explanation explain(Task task) {
            return evaluator.explain(task);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
