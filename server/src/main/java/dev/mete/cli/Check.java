package dev.mete.cli;

import dev.mete.engine.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows everything that is wrong with policies, their fixtures and catalogs: what would keep the service from loading them. */
@Command(
        name = "check",
        description = "Show every mistake of policies, their tests and fixtures, and catalogs.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Policies are checked at the prices of now, or of --at. Their tests and fixtures are decided at those of the catalog's own day, as ever.",
            "Ends with 1 where something is an error. Warnings are shown and end with 0."
        })
final class Check implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Trust trust;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A folder of policies, a policy's folder or file, a fixture, or a catalog.")
    private List<Path> paths;

    @Mixin
    private CatalogOption catalog;

    @Mixin
    private AtOption at;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, json, github for annotations of a pull request, or sarif. Default: text")
    private DiagnosticForm form = DiagnosticForm.text;

    @Override
    public Integer call() throws Stopped, IOException {
        List<Finding> findings = new RunPaths(trust.loader(), catalog.file(), at.moment(Clock.systemUTC()))
                .run(paths).stream()
                        .flatMap(ran ->
                                ran.report().problems().stream().map(diagnostic -> new Finding(diagnostic, ran.root())))
                        .toList();
        PrintWriter out = spec.commandLine().getOut();
        out.print(form.write(findings, Palette.ofOutput()));
        out.flush();
        return findings.stream().map(Finding::diagnostic).anyMatch(Diagnostic::isError) ? 1 : 0;
    }
}
