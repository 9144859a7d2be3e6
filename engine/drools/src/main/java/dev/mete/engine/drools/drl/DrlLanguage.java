package dev.mete.engine.drools.drl;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicyLanguage;
import dev.mete.engine.policy.PolicySource;

/** Restricted DRL: rules as Drools has them, without the power to run code. Stateless, thread-safe. */
public final class DrlLanguage implements PolicyLanguage {
    /** The ending of its files. */
    public static final String ENDING = "drl";

    private static final String ENGINE = "drools";

    @Override
    public String ending() {
        return ENDING;
    }

    @Override
    public String defaultEngine() {
        return ENGINE;
    }

    @Override
    public Compilation read(PolicySource source, Catalog catalog) {
        return new ReadPolicy(source.main(), catalog).read();
    }

    @Override
    public boolean isBeyond(Diagnostic error) {
        return Code.isBeyond(error.code());
    }
}
