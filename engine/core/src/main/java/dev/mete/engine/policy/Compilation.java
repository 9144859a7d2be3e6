package dev.mete.engine.policy;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.ir.PolicyIr;
import java.util.List;

/** What reading a policy comes to: a policy, or every diagnostic. Immutable. */
public sealed interface Compilation {
    /** All diagnostics, ordered by place. */
    List<Diagnostic> diagnostics();

    /** A policy in the engine's own terms, for an engine to compile; the diagnostics are warnings. */
    record Lowered(PolicyIr ir, List<Diagnostic> diagnostics, List<Stage> stages) implements Compilation {
        public Lowered {
            diagnostics = diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList();
            stages = List.copyOf(stages);
        }
    }

    /** A policy that brings its own engine, since it runs code of its author; the diagnostics are warnings. */
    record Opaque(CompiledPolicy policy, List<Diagnostic> diagnostics) implements Compilation {
        public Opaque {
            diagnostics = diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList();
        }
    }

    /** No policy; at least one diagnostic is an error. The sources are those that were read before the end. */
    record Failed(List<Diagnostic> diagnostics, List<Source> sources) implements Compilation {
        public Failed {
            diagnostics = diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList();
            sources = List.copyOf(sources);
        }
    }

    /** One step of reading a policy and the time that it took, in nanoseconds. */
    record Stage(String name, long nanos) {}
}
