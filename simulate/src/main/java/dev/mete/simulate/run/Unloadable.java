package dev.mete.simulate.run;

import dev.mete.engine.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;

/** A policy that does not load at the prices of another moment. */
public final class Unloadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    Unloadable(String policy, Instant moment, List<Diagnostic> diagnostics) {
        super("the policy `" + policy + "` does not load at the prices of " + moment);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** What is wrong with it. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
