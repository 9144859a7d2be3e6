package dev.mete.engine.drools.full;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.drools.drl.DrlLanguage;
import dev.mete.engine.drools.drl.DrlOutline;
import dev.mete.engine.drools.network.DroolsEngine;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.policy.TrustedLanguage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of DRL, compiled by Drools. A policy in it is code: it can do whatever this process can, and nothing but its author's good will keeps it from
 * that. What it decides goes through the same limits and the same fit as every decision. Thread-safe.
 */
public final class FullDrlLanguage implements TrustedLanguage {
    /** The system property that says how long a decision may take, in milliseconds. */
    public static final String TIME_LIMIT = "mete.drl.time-limit-ms";

    private static final Logger LOG = LoggerFactory.getLogger(FullDrlLanguage.class);
    private static final long DEFAULT_TIME_LIMIT_MILLIS = 1_000;

    private final Duration timeLimit;

    /** Full DRL with the time limit of {@link #TIME_LIMIT}, one second where it is not set. */
    public FullDrlLanguage() {
        this(Duration.ofMillis(Long.getLong(TIME_LIMIT, DEFAULT_TIME_LIMIT_MILLIS)));
    }

    /**
     * Full DRL with a time limit.
     *
     * @param timeLimit how long a decision may take until its caller gets a fault
     */
    public FullDrlLanguage(Duration timeLimit) {
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("a time limit of " + timeLimit);
        }
        this.timeLimit = timeLimit;
    }

    @Override
    public String ending() {
        return DrlLanguage.ENDING;
    }

    @Override
    public String defaultEngine() {
        return DroolsEngine.NAME;
    }

    @Override
    public Compilation read(PolicySource policy, Catalog catalog) {
        Source source = policy.main();
        var outline = DrlOutline.of(source);
        if (!outline.errors().isEmpty()) {
            return new Compilation.Failed(outline.errors(), List.of(source));
        }
        return switch (Build.of(source, outline)) {
            case Build.Failed(List<Diagnostic> errors) -> new Compilation.Failed(errors, List.of(source));
            case Build.Rules rules -> {
                LOG.warn(
                        "the policy `{}` ({}) runs code of its author, as --trust-drl allows: it can read files, start processes and stop this"
                                + " process",
                        outline.name(),
                        source.name());
                var shape = new Shape(source, outline, catalog);
                yield new Compilation.Opaque(new FullPolicy(shape, rules, timeLimit), warnings(outline));
            }
        };
    }

    private static List<Diagnostic> warnings(DrlOutline outline) {
        var warnings = new ArrayList<Diagnostic>();
        if (!outline.rules().isEmpty()) {
            warnings.add(Diagnostic.warning(
                    "D0301",
                    outline.rules().getFirst().span(),
                    "this policy runs code of its author, so nothing is known about its decisions beforehand",
                    "write it in restricted DRL to have it checked"));
        }
        return warnings;
    }
}
