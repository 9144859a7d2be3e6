package dev.mete.engine.load;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.CompiledPolicy;
import java.util.List;

/** What loading a policy comes to. Immutable. */
public sealed interface Loading {
    /** All diagnostics, ordered by place; warnings where the policy is loaded. */
    List<Diagnostic> diagnostics();

    /** A policy that decides; the caller closes it. */
    record Loaded(CompiledPolicy policy, List<Diagnostic> diagnostics, List<Compilation.Stage> stages)
            implements Loading {
        public Loaded {
            diagnostics = diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList();
            stages = List.copyOf(stages);
        }
    }

    /** No policy; at least one diagnostic is an error. The sources are those that were read before the end. */
    record Failed(List<Diagnostic> diagnostics, List<Source> sources) implements Loading {
        public Failed {
            diagnostics = diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList();
            sources = List.copyOf(sources);
        }
    }
}
