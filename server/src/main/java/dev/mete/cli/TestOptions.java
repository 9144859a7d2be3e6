package dev.mete.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asked about tests beside whether they pass. */
final class TestOptions {
    @Option(names = "--coverage", description = "Say which parts of the policies no case reaches.")
    private boolean coverage;

    @Option(
            names = "--min-coverage",
            paramLabel = "PERCENT",
            description = "End with 1 where less of a policy is covered.")
    private @Nullable Double least;

    @Option(names = "--lcov", paramLabel = "FILE", description = "Write the coverage in the form of LCOV too.")
    private @Nullable Path lcov;

    @Option(
            names = "--generate",
            paramLabel = "FILE",
            description =
                    "Write a fixture with cases for what no case reaches and for each bound, with what is decided now.")
    private @Nullable Path generate;

    @Option(
            names = "--mutate",
            description = "Change the policies in small ways, and say which changes no case notices.")
    private boolean mutate;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Leave undecided what takes longer, for each mutant and each generated case. Default: 10")
    private int seconds;

    boolean covers() {
        return coverage || least != null || lcov != null;
    }

    /** In percent; 0 where none is asked for. */
    double leastCovered() {
        return least == null ? 0 : least;
    }

    @Nullable
    Path lcov() {
        return lcov;
    }

    @Nullable
    Path generated() {
        return generate;
    }

    boolean mutates() {
        return mutate;
    }

    int seconds() {
        return seconds;
    }
}
