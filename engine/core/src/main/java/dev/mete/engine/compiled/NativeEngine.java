package dev.mete.engine.compiled;

import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicyEngine;

/** The engine that is part of Mete itself. */
public final class NativeEngine implements PolicyEngine {
    /** The engine's name in settings and listings. */
    public static final String NAME = "native";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CompiledPolicy compile(PolicyIr ir) {
        return new IndexedPolicy(ir, NAME);
    }
}
