package dev.mete.server.reload;

import dev.mete.engine.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;

/**
 * A load that did not come to a policy, and everything that is wrong.
 *
 * @param at when the files were found to be so
 */
public record FailedLoad(Instant at, List<Diagnostic> diagnostics) {
    public FailedLoad {
        diagnostics = List.copyOf(diagnostics);
    }
}
