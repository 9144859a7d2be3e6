package dev.mete.engine.policy;

import dev.mete.engine.ir.PolicyIr;

/** Makes a policy in the engine's own terms decide. Found as a service; thread-safe. */
public interface PolicyEngine {
    /** The engine's name in settings and listings. */
    String name();

    /** A policy that decides; the caller closes it. */
    CompiledPolicy compile(PolicyIr ir);
}
