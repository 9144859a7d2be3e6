package dev.mete.dsl;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicyLanguage;
import dev.mete.engine.policy.PolicySource;

/** The Mete language, {@code .mete}. Thread-safe. */
public final class MeteLanguage implements PolicyLanguage {
    /** The ending of its files. */
    public static final String ENDING = "mete";

    @Override
    public String ending() {
        return ENDING;
    }

    @Override
    public String defaultEngine() {
        return NativeEngine.NAME;
    }

    @Override
    public Compilation read(PolicySource source, Catalog catalog) {
        return new Compile(source, catalog).run();
    }
}
