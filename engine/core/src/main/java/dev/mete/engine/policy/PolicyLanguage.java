package dev.mete.engine.policy;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;

/** A language that policies are written in. Found as a service by the ending of its files; thread-safe. */
public interface PolicyLanguage {
    /** The ending of its files without the dot, such as {@code mete}. */
    String ending();

    /** The name of the engine that decides its policies where their settings do not say. */
    String defaultEngine();

    /** Reads a policy and checks it against the catalog. Never throws for what an author wrote. */
    Compilation read(PolicySource source, Catalog catalog);

    /** Whether an error says only that a policy asks for more than this language has, which a {@link TrustedLanguage} of its ending may have. */
    default boolean isBeyond(Diagnostic error) {
        return false;
    }
}
