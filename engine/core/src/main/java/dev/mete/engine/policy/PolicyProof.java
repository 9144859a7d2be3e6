package dev.mete.engine.policy;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.ir.PolicyIr;
import java.util.List;

/** Proves what a policy claims of all its decisions, before it decides any. Found as a service; thread-safe. */
public interface PolicyProof {
    /** What is wrong: an error for each claim that does not hold, a warning for each that could not be decided. */
    List<Diagnostic> check(PolicyIr policy);
}
