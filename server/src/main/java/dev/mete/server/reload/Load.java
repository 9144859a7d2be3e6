package dev.mete.server.reload;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.policy.CompiledPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What loading the folder of a policy and running its tests comes to. */
sealed interface Load {
    /**
     * A policy that passes its tests; the caller closes it.
     *
     * @param catalog what it was loaded with
     * @param warnings what the checks warn about
     * @param engine the engine that the settings name; null where they name none
     */
    record Good(
            CompiledPolicy policy,
            Catalog catalog,
            List<Diagnostic> warnings,
            String ending,
            @Nullable String engine) implements Load {}

    /** No policy, or one whose tests fail. */
    record Bad(List<Diagnostic> diagnostics) implements Load {}
}
