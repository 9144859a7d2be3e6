package dev.mete.cli;

import dev.mete.dsl.ReadClaim;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.EnsureIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.prove.Proof;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves what a policy can and cannot do. */
@Command(
        name = "prove",
        description =
                "Prove what a policy can and cannot do: claims, lines that no task comes to, and what falls through.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A claim is what `ensure` would say, such as 'effort >= medium when error_cost >= $100'. It knows the features, the bucket, and of the decision",
            "effort, model, cap, thinking, timeout, cost, latency, p_error and rule.",
            "Ends with 1 where a claim fails or is not decided in time."
        })
final class Prove implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Trust trust;

    @Parameters(index = "0", paramLabel = "POLICY", description = "A policy's file or folder.")
    private Path policy;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "CLAIM",
            description = "What to prove beside the policy's own claims.")
    private List<String> claims = new ArrayList<>();

    @Mixin
    private CatalogOption catalog;

    @Mixin
    private AtOption at;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Leave undecided what takes longer. Default: 10")
    private int seconds;

    @Option(
            names = "--regions",
            paramLabel = "N",
            defaultValue = "5",
            description = "Describe so many regions of tasks that no rule takes. Default: 5")
    private int regions;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, or json. Default: text")
    private Format format = Format.text;

    @Override
    public Integer call() throws Stopped, IOException {
        if (seconds < 1 || regions < 0) {
            throw new Stopped("--time-limit is at least 1, and --regions at least 0");
        }
        var models = FindCatalog.of(catalog.file(), policy).at(at.moment(Clock.systemUTC()));
        PolicyIr ir =
                ReadOne.of(policy, models, trust.loader(), spec.commandLine().getErr());
        var asked = new ArrayList<EnsureIr>();
        for (String claim : claims) {
            asked.add(claim(claim, ir));
        }
        var proof = Proof.of(ir, asked, Duration.ofSeconds(seconds), regions);
        var evaluator = new Evaluator(ir, "");
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (format) {
                    case text -> new ShowProof(evaluator, Palette.ofOutput()).of(ir, proof);
                    case json -> new ProofJson(evaluator).of(ir, proof);
                });
        out.flush();
        return proof.isProved() ? 0 : 1;
    }

    private EnsureIr claim(String text, PolicyIr ir) throws Stopped {
        return switch (ReadClaim.of(text, ir)) {
            case ReadClaim.Reading.Read(EnsureIr claim) -> claim;
            case ReadClaim.Reading.Failed(var diagnostics) -> {
                spec.commandLine().getErr().println(ShowDiagnostics.of(diagnostics, Palette.PLAIN));
                throw new Stopped("`" + text + "` is no claim about `" + policy + "`");
            }
        };
    }
}
