package dev.mete.engine.drools.network;

import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicyEngine;

/** The engine that decides with Drools. Stateless, thread-safe; so are its policies. */
public final class DroolsEngine implements PolicyEngine {
    /** The engine's name in settings and listings. */
    public static final String NAME = "drools";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CompiledPolicy compile(PolicyIr ir) {
        return new DroolsPolicy(ir);
    }
}
