package dev.mete.engine.load;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicyEngine;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.engine.policy.PolicyLanguage;
import dev.mete.engine.policy.PolicyProof;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.policy.TrustedLanguage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads policies with the languages and engines that it is given. Immutable, thread-safe. */
public final class PolicyLoader {
    private final Map<String, PolicyLanguage> languages = new TreeMap<>();
    private final Map<String, TrustedLanguage> trusted = new TreeMap<>();
    private final Map<String, PolicyEngine> engines = new TreeMap<>();
    private final List<PolicyProof> proofs = new ArrayList<>();

    public PolicyLoader(Iterable<PolicyLanguage> languages, Iterable<PolicyEngine> engines) {
        this(languages, List.of(), engines, List.of());
    }

    /**
     * A loader that may run code of authors.
     *
     * @param trusted what reads a policy that goes beyond the language of its ending
     * @param proofs what decides claims; without any, a policy that makes one does not load
     */
    public PolicyLoader(
            Iterable<PolicyLanguage> languages,
            Iterable<TrustedLanguage> trusted,
            Iterable<PolicyEngine> engines,
            Iterable<PolicyProof> proofs) {
        languages.forEach(language -> this.languages.put(language.ending(), language));
        trusted.forEach(language -> this.trusted.put(language.ending(), language));
        engines.forEach(engine -> this.engines.put(engine.name(), engine));
        proofs.forEach(this.proofs::add);
    }

    /** A loader with every language and engine on the class path that runs no code of authors. */
    public static PolicyLoader installed() {
        return new PolicyLoader(
                ServiceLoader.load(PolicyLanguage.class),
                List.of(),
                ServiceLoader.load(PolicyEngine.class),
                ServiceLoader.load(PolicyProof.class));
    }

    /** A loader with every language and engine on the class path, those that run code of authors too. */
    public static PolicyLoader trusting() {
        return new PolicyLoader(
                ServiceLoader.load(PolicyLanguage.class),
                ServiceLoader.load(TrustedLanguage.class),
                ServiceLoader.load(PolicyEngine.class),
                ServiceLoader.load(PolicyProof.class));
    }

    /** Whether a language that runs code of authors is installed and allowed. */
    public boolean trusts() {
        return !trusted.isEmpty();
    }

    /** The endings of the files that policies are written in. */
    public Set<String> endings() {
        return Set.copyOf(languages.keySet());
    }

    /** What stands in the folder of a policy. */
    public PolicyFolder folder(Path folder, Path root) {
        return new ReadFolder(folder, root, languages.keySet(), engines.keySet()).read();
    }

    /** Loads the policy of a folder. Its own name has to be the folder's. */
    public Loading load(PolicyFolder folder, Catalog catalog) {
        var found = new ArrayList<>(folder.diagnostics());
        Source main = folder.main();
        String ending = folder.ending();
        if (main == null || ending == null) {
            return new Loading.Failed(found, main == null ? List.of() : List.of(main));
        }
        Path file = folder.folder().resolve("policy." + ending);
        var source = new PolicySource(main, new FolderIncludes(folder.root(), main, file));
        Loading loading = load(source, ending, folder.engine(), catalog);
        found.addAll(loading.diagnostics());
        return switch (loading) {
            case Loading.Failed(var _, var sources) -> new Loading.Failed(found, sources);
            case Loading.Loaded(CompiledPolicy policy, var _, var stages) -> {
                String name = policy.info().name();
                if (!name.equals(folder.name())) {
                    found.add(Diagnostic.error(
                            "P0005",
                            main.start(),
                            "the policy `" + name + "` lies in the folder `" + folder.name() + "`",
                            "give both the same name; the folder's name stands in the policy's address"));
                }
                if (found.stream().anyMatch(Diagnostic::isError)) {
                    policy.close();
                    yield new Loading.Failed(found, policy.info().sources());
                }
                yield new Loading.Loaded(policy, found, stages);
            }
        };
    }

    /**
     * Loads a file that need not lie in the folder of a policy.
     *
     * @param root the folder that included files must lie within
     */
    public Loading load(Path file, Path root, Catalog catalog) {
        Path absolute = file.toAbsolutePath().normalize();
        Path within = root.toAbsolutePath().normalize();
        String name = PolicyFolder.name(absolute);
        return switch (ReadText.of(absolute, PolicyFolder.displayName(within, absolute))) {
            case ReadText.Unreadable(Diagnostic diagnostic) -> new Loading.Failed(List.of(diagnostic), List.of());
            case ReadText.Text(Source main) ->
                load(
                        new PolicySource(main, new FolderIncludes(within, main, absolute)),
                        name.substring(name.lastIndexOf('.') + 1),
                        null,
                        catalog);
        };
    }

    /** Reads the policy of a folder into the engine's own terms, without a proof of its claims. */
    public Compilation read(PolicyFolder folder, Catalog catalog) {
        Source main = folder.main();
        String ending = folder.ending();
        if (main == null || ending == null) {
            return new Compilation.Failed(folder.diagnostics(), main == null ? List.of() : List.of(main));
        }
        Path file = folder.folder().resolve("policy." + ending);
        return read(new PolicySource(main, new FolderIncludes(folder.root(), main, file)), ending, catalog);
    }

    /**
     * Reads a file that need not lie in the folder of a policy, without a proof of its claims.
     *
     * @param root the folder that included files must lie within
     */
    public Compilation read(Path file, Path root, Catalog catalog) {
        Path absolute = file.toAbsolutePath().normalize();
        Path within = root.toAbsolutePath().normalize();
        String name = PolicyFolder.name(absolute);
        return switch (ReadText.of(absolute, PolicyFolder.displayName(within, absolute))) {
            case ReadText.Unreadable(Diagnostic diagnostic) -> new Compilation.Failed(List.of(diagnostic), List.of());
            case ReadText.Text(Source main) ->
                read(
                        new PolicySource(main, new FolderIncludes(within, main, absolute)),
                        name.substring(name.lastIndexOf('.') + 1),
                        catalog);
        };
    }

    private Compilation read(PolicySource source, String ending, Catalog catalog) {
        PolicyLanguage language = languages.get(ending);
        return language == null
                ? new Compilation.Failed(List.of(noLanguage(source, ending)), List.of(source.main()))
                : read(language, source, catalog);
    }

    private Diagnostic noLanguage(PolicySource source, String ending) {
        return Diagnostic.error(
                "P0011",
                source.main().start(),
                "no language has files that end in `." + ending + "`",
                NearestName.help(ending, languages.keySet()));
    }

    /** Loads a policy again from the texts that it was made of, without a look at its files. */
    public Loading load(PolicyInfo policy, Catalog catalog) {
        var sources = policy.sources();
        return load(
                new PolicySource(sources.getFirst(), new KeptIncludes(sources)),
                policy.language(),
                policy.engine(),
                catalog);
    }

    /**
     * Loads a text.
     *
     * @param ending says the language
     * @param engine the engine that decides; null for the language's own
     */
    public Loading load(PolicySource source, String ending, @Nullable String engine, Catalog catalog) {
        PolicyLanguage language = languages.get(ending);
        if (language == null) {
            return new Loading.Failed(List.of(noLanguage(source, ending)), List.of(source.main()));
        }
        String engineName = engine != null ? engine : language.defaultEngine();
        return switch (read(language, source, catalog)) {
            case Compilation.Failed(var diagnostics, var sources) -> new Loading.Failed(diagnostics, sources);
            case Compilation.Opaque(var policy, var diagnostics) -> opaque(policy, diagnostics, source, engine);
            case Compilation.Lowered(var ir, var diagnostics, var stages) -> {
                PolicyEngine compiler = engines.get(engineName);
                yield compiler == null
                        ? failed(
                                source,
                                "P0007",
                                "unknown engine `" + engineName + "`",
                                NearestName.help(engineName, engines.keySet()))
                        : proved(ir, diagnostics, stages, compiler);
            }
        };
    }

    /** A policy whose claims hold. */
    private Loading proved(
            PolicyIr ir, List<Diagnostic> diagnostics, List<Compilation.Stage> stages, PolicyEngine compiler) {
        if (ir.ensures().isEmpty()) {
            return new Loading.Loaded(compiler.compile(ir), diagnostics, stages);
        }
        var found = new ArrayList<>(diagnostics);
        if (proofs.isEmpty()) {
            ir.ensures()
                    .forEach(ensure -> found.add(Diagnostic.error(
                            "P0014",
                            ensure.span(),
                            "nothing is installed that could prove a claim",
                            "put the module `mete-prove` on the class path")));
        }
        long start = System.nanoTime();
        proofs.forEach(proof -> found.addAll(proof.check(ir)));
        var all = new ArrayList<>(stages);
        all.add(new Compilation.Stage("prove claims", System.nanoTime() - start));
        return found.stream().anyMatch(Diagnostic::isError)
                ? new Loading.Failed(found, ir.sources())
                : new Loading.Loaded(compiler.compile(ir), found, all);
    }

    /** Reads a policy; one that goes beyond its language is read by the trusted language of its ending, where there is one. */
    private Compilation read(PolicyLanguage language, PolicySource source, Catalog catalog) {
        Compilation compilation = language.read(source, catalog);
        TrustedLanguage wider = trusted.get(language.ending());
        if (wider == null
                || !(compilation instanceof Compilation.Failed narrow)
                || narrow.diagnostics().stream().noneMatch(language::isBeyond)) {
            return compilation;
        }
        return switch (wider.read(source, catalog)) {
            case Compilation.Failed wide -> {
                // What both call wrong is shown as the narrower language says it, which knows the exact place.
                var found = Stream.concat(
                                narrow.diagnostics().stream().filter(diagnostic -> !language.isBeyond(diagnostic)),
                                wide.diagnostics().stream())
                        .distinct()
                        .toList();
                yield new Compilation.Failed(found, wide.sources());
            }
            case Compilation.Lowered lowered -> lowered;
            case Compilation.Opaque opaque -> opaque;
        };
    }

    private static Loading opaque(
            CompiledPolicy policy, List<Diagnostic> diagnostics, PolicySource source, @Nullable String engine) {
        String own = policy.info().engine();
        if (engine == null || engine.equals(own)) {
            return new Loading.Loaded(policy, diagnostics, List.of());
        }
        policy.close();
        return failed(
                source,
                "P0012",
                "the engine `" + engine + "` cannot decide a policy that runs code of its author",
                "remove the setting; such a policy is decided by `" + own + "`");
    }

    private static Loading failed(PolicySource source, String code, String message, String help) {
        return new Loading.Failed(
                List.of(Diagnostic.error(code, source.main().start(), message, help)), List.of(source.main()));
    }
}
