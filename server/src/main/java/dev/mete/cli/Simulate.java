package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.load.ReadText;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.simulate.report.SimulationReport;
import dev.mete.simulate.run.Baseline;
import dev.mete.simulate.run.Settings;
import dev.mete.simulate.run.Simulation;
import dev.mete.simulate.run.Unloadable;
import dev.mete.simulate.traffic.Traffic;
import dev.mete.simulate.traffic.UnreadableTraffic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what traffic would come to under policies. */
@Command(
        name = "simulate",
        description = "Replay traffic through policies: cost, tokens, latency, errors.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Traffic is a file of lines of JSON: tasks, {\"task\": {...}, \"at\": \"...\", \"count\": 10, \"outcomes\": {...}},",
            "or logged decisions. docs/simulate.md has all forms.",
            "Ends with 1 under --strict where a line was left out, and with 2 where there is nothing to replay."
        })
final class Simulate implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Trust trust;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "POLICY",
            description = "A policy's file or folder; a second one is compared with it.")
    private List<Path> policies = List.of();

    @Mixin
    private TrafficOptions traffic;

    @Option(
            names = "--baseline",
            paramLabel = "MODEL/EFFORT",
            description = "Compare with this model and effort for everything.")
    private List<String> baselines = new ArrayList<>();

    @Option(names = "--compare", description = "Say which decisions differ, by pairs of rules.")
    private boolean compare;

    @Option(names = "--control", description = "Compare each policy with its own shares of models given out at random.")
    private boolean control;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often everything is drawn, 1 to 1000. Default: 5")
    private int seeds;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "The first seed. Default: 1")
    private long seed;

    @Option(names = "--per-day", paramLabel = "N", description = "Requests a day, for costs a day and a year.")
    private @Nullable Long perDay;

    @Option(names = "--note", paramLabel = "TEXT", description = "What the report shall say about itself.")
    private List<String> notes = new ArrayList<>();

    @Option(names = "--strict", description = "End with 1 where a line was left out.")
    private boolean strict;

    @Mixin
    private CatalogOption catalog;

    @Mixin
    private AtOption at;

    @Mixin
    private SimulationOutput output;

    @Override
    public Integer call() throws Stopped {
        check();
        output.check();
        PolicyLoader loader = trust.loader();
        Instant moment = at.moment(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
        Catalog models = FindCatalog.of(catalog.file(), policies.getFirst()).at(moment);
        var bases = new ArrayList<Baseline>();
        for (String written : baselines) {
            bases.add(ReadBaseline.of(written, models));
        }
        Traffic replayed = traffic.traffic(control, seed);
        PrintWriter err = spec.commandLine().getErr();
        var loaded = new ArrayList<CompiledPolicy>();
        try (var _ = Interruption.of(err, "the report")) {
            for (Path policy : policies) {
                loaded.add(LoadOne.of(policy, models, loader, err));
            }
            var settings = new Settings(seeds, seed, perDay, moment, compare, control, notes);
            var report = run(new Simulation(loader, models, loaded, bases, settings), replayed, err);
            output.write(report, spec.commandLine().getOut());
            return strict && report.traffic().broken() > 0 ? 1 : 0;
        } finally {
            loaded.forEach(CompiledPolicy::close);
        }
    }

    private void check() throws Stopped {
        if (policies.size() > 2) {
            throw new Stopped("--policy is given " + policies.size() + " times: two policies can be compared");
        }
        if (seeds < 1 || seeds > Settings.MOST_SEEDS) {
            throw new Stopped("--seeds is " + seeds + ": it goes from 1 to " + Settings.MOST_SEEDS);
        }
        if (perDay != null && perDay < 1) {
            throw new Stopped("--per-day is " + perDay + ": there is at least one request a day");
        }
        if (compare && policies.size() + baselines.size() < 2) {
            throw new Stopped("--compare has nothing to compare with: add a second --policy or a --baseline");
        }
    }

    private static SimulationReport run(Simulation simulation, Traffic traffic, PrintWriter err) throws Stopped {
        try (var progress = Progress.of(err)) {
            var report = simulation.run(traffic, progress);
            if (report.traffic().requests() == 0) {
                String why = report.traffic().firstBroken().stream()
                        .findFirst()
                        .map(line -> "line " + line.line() + ": " + line.reason())
                        .orElse("write one task a line");
                throw new Stopped("there is no request in `" + traffic.name() + "`: " + why);
            }
            return report;
        } catch (Unloadable e) {
            err.println(ShowDiagnostics.of(e.diagnostics(), Palette.PLAIN));
            throw new Stopped(e.getMessage() + ": " + ShowDiagnostics.count(e.diagnostics()));
        } catch (UnreadableTraffic e) {
            throw new Stopped("the traffic `" + traffic.name() + "` cannot be read: " + e.getMessage());
        } catch (IOException e) {
            throw new Stopped("the traffic `" + traffic.name() + "` cannot be read: " + ReadText.reason(e));
        }
    }
}
