package dev.mete.cli;

import dev.mete.engine.catalog.MomentText;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The moment at whose prices a command works. */
final class AtOption {
    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Go by the prices of a day (2027-01-01) or moment (2027-01-01T02:00:00Z). Default: now")
    private @Nullable String written;

    /** The moment; of a day its start, UTC. */
    Instant moment(Clock clock) throws Stopped {
        return written == null
                ? clock.instant()
                : MomentText.parse(written)
                        .orElseThrow(() -> new Stopped("`" + written + "` is no time: write " + MomentText.FORM));
    }
}
