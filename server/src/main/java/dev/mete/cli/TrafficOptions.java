package dev.mete.cli;

import dev.mete.simulate.traffic.NdjsonTraffic;
import dev.mete.simulate.traffic.Traffic;
import dev.mete.simulate.traffic.TrafficSource;
import picocli.CommandLine.Option;
import java.nio.file.Path;

/** What a simulation replays. */
final class TrafficOptions {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--traffic",
            required = true,
            paramLabel = "FILE",
            description = "A file with traffic; - for lines of JSON on standard input.")
    private String file = STANDARD_INPUT;

    /**
     * The traffic.
     *
     * @param twice whether it has to be read twice
     */
    Traffic traffic(boolean twice, long seed) throws Stopped {
        boolean isInput = file.equals(STANDARD_INPUT);
        TrafficSource source = isInput ? TrafficSource.once(System.in) : TrafficSource.of(Path.of(file));
        var traffic = new NdjsonTraffic(isInput ? "standard input" : file, source);
        if (twice && !traffic.isRepeatable()) {
            throw new Stopped("--control reads the traffic twice: name a file");
        }
        return traffic;
    }
}
