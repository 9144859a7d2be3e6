package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.prove.diff.DiffPolicies;
import dev.mete.prove.search.Budget;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows which decisions differ between two policies. */
@Command(
        name = "diff",
        description = "Show which tasks two policies decide otherwise, whatever their words.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A decision is the bucket, the plan, and what to try where it fails; not the rule's name, nor what the plan is estimated to come to.",
            "Both policies are read with the catalog of NEW, but where --old-catalog names another for OLD.",
            "Ends with 0 where nothing changes, 1 where something does or that could not be decided in time, 2 where the two cannot be compared."
        })
final class Diff implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Trust trust;

    @Parameters(index = "0", paramLabel = "OLD", description = "A policy's file or folder.")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "Another one.")
    private Path after;

    @Mixin
    private CatalogOption catalog;

    @Option(names = "--old-catalog", paramLabel = "FILE", description = "The model catalog of OLD.")
    private @Nullable Path catalogBefore;

    @Mixin
    private AtOption at;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Leave a pair of rules undecided that takes longer. Default: 10")
    private int seconds;

    @Option(
            names = "--regions",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "Describe so many regions of tasks for each pair of rules, and for each pair of buckets. Default: 3")
    private int regions;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, markdown for a review, or json. Default: text")
    private DiffForm form = DiffForm.text;

    @Override
    public Integer call() throws Stopped, IOException {
        if (seconds < 1 || regions < 1) {
            throw new Stopped("--time-limit and --regions are at least 1");
        }
        var moment = at.moment(Clock.systemUTC());
        Catalog models = FindCatalog.of(catalog.file(), after).at(moment);
        Catalog modelsBefore = catalogBefore == null
                ? models
                : FindCatalog.of(catalogBefore, before).at(moment);
        PrintWriter err = spec.commandLine().getErr();
        PolicyIr old = ReadOne.of(before, modelsBefore, trust.loader(), err);
        PolicyIr now = ReadOne.of(after, models, trust.loader(), err);
        var notes = new ArrayList<String>();
        var difference = DiffPolicies.of(old, now, Budget.of(Duration.ofSeconds(seconds)), regions, notes)
                .orElseThrow(() -> new Stopped("no task is one of both policies: " + String.join("; ", notes)));
        PrintWriter out = spec.commandLine().getOut();
        out.print(form.write(now, difference, Palette.ofOutput()));
        out.flush();
        return difference.isNone() ? 0 : 1;
    }
}
