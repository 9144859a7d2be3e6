package dev.mete.server.reload;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicyEngine;
import dev.mete.engine.policy.PolicyLanguage;
import dev.mete.engine.policy.PolicySource;
import java.util.List;
import java.util.ServiceLoader;

/** The Mete language, counting how often it reads; things can happen meanwhile. */
final class CountedLanguage implements PolicyLanguage {
    private final PolicyLanguage mete = ServiceLoader.load(PolicyLanguage.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(language -> language.ending().equals("mete"))
            .findFirst()
            .orElseThrow();

    private int readings;
    private Runnable meanwhile = () -> {};

    /** A loader with this language alone. */
    PolicyLoader loader() {
        return new PolicyLoader(List.of(this), ServiceLoader.load(PolicyEngine.class));
    }

    /** How often it has read since the last time that this was asked. */
    int readings() {
        int counted = readings;
        readings = 0;
        return counted;
    }

    /** What happens while it reads the next text. */
    void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    @Override
    public String ending() {
        return mete.ending();
    }

    @Override
    public String defaultEngine() {
        return mete.defaultEngine();
    }

    @Override
    public Compilation read(PolicySource source, Catalog catalog) {
        readings++;
        Runnable once = meanwhile;
        meanwhile = () -> {};
        once.run();
        return mete.read(source, catalog);
    }
}
