package dev.mete.cli;

import dev.mete.engine.load.ReadText;
import dev.mete.simulate.traffic.CsvTraffic;
import dev.mete.simulate.traffic.GeneratedTraffic;
import dev.mete.simulate.traffic.Mix;
import dev.mete.simulate.traffic.NdjsonTraffic;
import dev.mete.simulate.traffic.Traffic;
import dev.mete.simulate.traffic.TrafficSource;
import dev.mete.simulate.traffic.UnreadableTraffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a simulation replays. */
final class TrafficOptions {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--traffic",
            paramLabel = "FILE",
            description = "Lines of JSON (- for standard input), or a table or trace as .csv.")
    private @Nullable String file;

    @Option(
            names = "--mix",
            paramLabel = "FILE",
            description = "The features that a trace or --generate lacks, as JSON. Default: everyday work")
    private @Nullable Path mix;

    @Option(names = "--generate", paramLabel = "N", description = "Make up so many tasks by the mix alone.")
    private @Nullable Long generate;

    /**
     * The traffic.
     *
     * @param twice whether it has to be read twice
     */
    Traffic traffic(boolean twice, long seed) throws Stopped {
        if ((file == null) == (generate == null)) {
            throw new Stopped("name either a file with --traffic, or a number of tasks with --generate");
        }
        if (generate != null && generate < 1) {
            throw new Stopped("--generate is " + generate + ": make up at least one task");
        }
        Traffic traffic = file == null
                ? new GeneratedTraffic(mix == null ? Mix.usual() : read(mix), generate == null ? 1 : generate, seed)
                : of(file, seed);
        if (twice && !traffic.isRepeatable()) {
            throw new Stopped("--control reads the traffic twice: name a file");
        }
        return traffic;
    }

    private Traffic of(String file, long seed) throws Stopped {
        if (file.equals(STANDARD_INPUT)) {
            return lines("standard input", TrafficSource.once(System.in));
        }
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            throw new Stopped("there is no file `" + file + "`: name a file with traffic, or - for standard input");
        }
        var source = TrafficSource.of(path);
        return file.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? new CsvTraffic(file, source, mix == null ? null : read(mix), seed)
                : lines(file, source);
    }

    private Traffic lines(String name, TrafficSource source) throws Stopped {
        if (mix != null) {
            throw new Stopped("--mix adds features to a trace (.csv) or to --generate, and `" + name + "` is neither");
        }
        return new NdjsonTraffic(name, source);
    }

    private static Mix read(Path file) throws Stopped {
        try {
            return Mix.read(Files.readAllBytes(file));
        } catch (UnreadableTraffic e) {
            throw new Stopped("the mix `" + file + "` cannot be used: " + e.getMessage());
        } catch (NoSuchFileException _) {
            throw new Stopped("there is no mix `" + file + "`");
        } catch (IOException e) {
            throw new Stopped("the mix `" + file + "` cannot be read: " + ReadText.reason(e));
        }
    }
}
