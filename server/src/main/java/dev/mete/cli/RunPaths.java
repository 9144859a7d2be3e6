package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyFolder;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.fixtures.FixtureRunner;
import dev.mete.fixtures.TestReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads the policies that paths name, and runs their tests and fixtures, the way that the service does before it takes a policy. */
final class RunPaths {
    private final PolicyLoader loader;
    private final @Nullable Path catalog;
    private final @Nullable Instant moment;
    private final List<Ran> all = new ArrayList<>();

    /**
     * @param catalog the catalog that is named; null for the nearest one
     * @param moment at whose prices policies are loaded; null for those of the catalog's own day
     */
    RunPaths(PolicyLoader loader, @Nullable Path catalog, @Nullable Instant moment) {
        this.loader = loader;
        this.catalog = catalog;
        this.moment = moment;
    }

    /**
     * What came of one policy, or of a catalog.
     *
     * @param root the folder that the names in messages start from
     * @param reading reads the policy that was tested; a catalog has none
     */
    record Ran(Path root, TestReport report, Optional<Supplier<Compilation>> reading) {
        /** The policy in the engine's own terms; nothing where it does not load or runs code of its author. */
        Optional<PolicyIr> policy() {
            return reading.map(Supplier::get).flatMap(compilation -> switch (compilation) {
                case Compilation.Lowered(PolicyIr ir, var _, var _) -> Optional.of(ir);
                case Compilation.Opaque(CompiledPolicy opaque, var _) -> {
                    opaque.close();
                    yield Optional.empty();
                }
                case Compilation.Failed _ -> Optional.empty();
            });
        }
    }

    private void add(Path root, PolicyFolder folder, Catalog models) {
        var report = FixtureRunner.run(folder, loader, models);
        all.add(new Ran(root, report, Optional.of(() -> loader.read(folder, models))));
    }

    List<Ran> run(List<Path> paths) throws Stopped {
        for (Path path : paths) {
            run(path);
        }
        return List.copyOf(all);
    }

    private void run(Path path) throws Stopped {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.exists(absolute)) {
            throw new Stopped("there is nothing at `" + path + "`: name a folder of policies, a policy, or a catalog");
        }
        Path parent = absolute.getParent();
        Path fixturesOf = parent != null && parent.endsWith("fixtures") ? parent.getParent() : null;
        if (Files.isDirectory(absolute) && !isPolicyFolder(absolute)) {
            root(absolute);
        } else if (absolute.toString().endsWith(".json")) {
            catalogFile(absolute);
        } else if (fixturesOf != null && !isPolicyFile(absolute)) {
            run(fixturesOf);
        } else {
            policy(path);
        }
    }

    /** The folder of all policies, with its catalog. */
    private void root(Path root) throws Stopped {
        Path file = catalog == null ? root.resolve(CatalogJson.FILE) : catalog;
        if (catalog == null && !Files.exists(file)) {
            file = FindCatalog.file(null, root);
        }
        if (!(catalogFile(file) instanceof CatalogReading.Read(Catalog read))) {
            return;
        }
        Catalog models = priced(read);
        var folders = folders(root);
        if (folders.isEmpty()) {
            throw new Stopped(
                    "`" + root + "` has no policies: each lies in a folder of its own, as in support-desk/policy.mete");
        }
        folders.forEach(folder -> add(root, loader.folder(folder, root), models));
    }

    private CatalogReading catalogFile(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        CatalogReading reading = CatalogJson.read(absolute, name(folder, absolute));
        if (reading instanceof CatalogReading.Failed(var diagnostics)) {
            all.add(new Ran(
                    folder == null ? absolute : folder, report(CatalogJson.FILE, diagnostics), Optional.empty()));
        }
        return reading;
    }

    private void policy(Path path) throws Stopped {
        switch (PolicyPath.of(path, loader)) {
            case PolicyPath.Folder(Path folder, Path root) -> add(root, loader.folder(folder, root), models(path));
            case PolicyPath.File(Path file, Path root) -> {
                if (!isIncluded(file, path)) {
                    Catalog models = models(path);
                    all.add(new Ran(root, file(file, root, path), Optional.of(() -> loader.read(file, root, models))));
                }
            }
        }
    }

    /** Checks the policies beside a file that include it, since such a file is no policy of its own. Returns whether there are any. */
    private boolean isIncluded(Path file, Path path) throws Stopped {
        Path root = file.getParent();
        if (root == null) {
            return false;
        }
        String name = PolicyFolder.displayName(root, file);
        Catalog models = models(path);
        boolean isFound = false;
        for (Path folder : folders(root)) {
            PolicyFolder policy = loader.folder(folder, root);
            if (sources(policy, models).stream()
                    .anyMatch(source -> source.name().equals(name))) {
                isFound = true;
                add(root, policy, models);
            }
        }
        return isFound;
    }

    private List<Source> sources(PolicyFolder policy, Catalog models) {
        return switch (loader.load(policy, models)) {
            case Loading.Failed(var _, var sources) -> sources;
            case Loading.Loaded(CompiledPolicy loaded, var _, var _) -> {
                try (loaded) {
                    yield loaded.info().sources();
                }
            }
        };
    }

    private Catalog models(Path path) throws Stopped {
        return priced(FindCatalog.of(catalog, path));
    }

    private Catalog priced(Catalog models) {
        return moment == null ? models : models.at(moment);
    }

    private TestReport file(Path file, Path root, Path path) throws Stopped {
        Catalog models = models(path);
        return switch (loader.load(file, root, models)) {
            case Loading.Failed(var diagnostics, var _) ->
                report(file.getFileName().toString(), diagnostics);
            case Loading.Loaded(CompiledPolicy policy, var diagnostics, var _) -> {
                try (policy) {
                    yield FixtureRunner.run(policy, diagnostics, List.of(), loader, models);
                }
            }
        };
    }

    private boolean isPolicyFolder(Path folder) {
        return loader.endings().stream().anyMatch(ending -> Files.exists(folder.resolve("policy." + ending)));
    }

    private boolean isPolicyFile(Path file) {
        String name = file.getFileName().toString();
        return loader.endings().contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static List<Path> folders(Path root) throws Stopped {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> Files.isDirectory(entry) || Files.isSymbolicLink(entry))
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> !Files.isRegularFile(entry))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Stopped("`" + root + "` cannot be read: " + e.getMessage());
        }
    }

    private static TestReport report(String name, List<Diagnostic> diagnostics) {
        return new TestReport(name, diagnostics, List.of());
    }

    private static String name(@Nullable Path folder, Path file) {
        return folder == null ? file.toString() : PolicyFolder.displayName(folder, file);
    }
}
