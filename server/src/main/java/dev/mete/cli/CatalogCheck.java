package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.load.PolicyFolder;
import dev.mete.engine.load.ReadText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows everything that is wrong with a catalog, and what has grown old in it. */
@Command(
        name = "check",
        description = "Show every mistake of a catalog, and what has grown old in it.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {"", "Ends with 1 where something is an error. Warnings are shown and end with 0."})
final class CatalogCheck implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The catalog. Default: rules/catalog.json, or the nearest catalog.json")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, json, github for annotations of a pull request, or sarif. Default: text")
    private DiagnosticForm form = DiagnosticForm.text;

    /** For the command line itself, which goes by the machine's clock. */
    CatalogCheck() {
        this(Clock.systemUTC());
    }

    CatalogCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Stopped, IOException {
        Path catalog = CatalogFile.of(file).toAbsolutePath().normalize();
        if (!Files.exists(catalog)) {
            throw new Stopped("there is no catalog `" + file + "`");
        }
        Path root = catalog.getParent() == null ? catalog : catalog.getParent();
        List<Finding> findings = diagnostics(catalog, PolicyFolder.displayName(root, catalog)).stream()
                .map(diagnostic -> new Finding(diagnostic, root))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        out.print(form.write(findings, Palette.ofOutput()));
        out.flush();
        return findings.stream().map(Finding::diagnostic).anyMatch(Diagnostic::isError) ? 1 : 0;
    }

    private List<Diagnostic> diagnostics(Path catalog, String name) {
        return switch (ReadText.of(catalog, name)) {
            case ReadText.Unreadable(var diagnostic) -> List.of(diagnostic);
            case ReadText.Text(Source source) ->
                switch (CatalogJson.read(source)) {
                    case CatalogReading.Failed(var diagnostics) -> diagnostics;
                    case CatalogReading.Read(Catalog models) ->
                        new CatalogAge(source, clock.instant()).warnings(models);
                };
        };
    }
}
