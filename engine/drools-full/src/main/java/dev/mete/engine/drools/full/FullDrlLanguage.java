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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of DRL, compiled by Drools. A policy in it is code: it can do whatever this process can, and nothing but its author's good will keeps it from
 * that. What it decides goes through the same limits and the same fit as every decision. Thread-safe.
 */
public final class FullDrlLanguage implements TrustedLanguage {
    /** The system property that says how long a decision may take, in milliseconds. */
    public static final String TIME_LIMIT = "mete.drl.time-limit-ms";

    /** How long a decision may take where the property says nothing, in milliseconds. */
    static final long DEFAULT_TIME_LIMIT_MILLIS = 1_000;

    /** From a millisecond to a day or so. */
    private static final Pattern MILLIS = Pattern.compile("[1-9]\\d{0,7}");

    private static final Logger LOG = LoggerFactory.getLogger(FullDrlLanguage.class);

    /** Null where the property says nothing that can be a time limit: then no policy is read. */
    private final @Nullable Duration timeLimit;

    /** Full DRL with the time limit of {@link #TIME_LIMIT}, one second where it is not set. */
    public FullDrlLanguage() {
        this.timeLimit = configured(System.getProperty(TIME_LIMIT));
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

    private static @Nullable Duration configured(@Nullable String millis) {
        if (millis == null) {
            return Duration.ofMillis(DEFAULT_TIME_LIMIT_MILLIS);
        }
        return MILLIS.matcher(millis).matches() ? Duration.ofMillis(Long.parseLong(millis)) : null;
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
        if (timeLimit == null) {
            return new Compilation.Failed(List.of(unreadableLimit(source)), List.of(source));
        }
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

    private static Diagnostic unreadableLimit(Source source) {
        return Diagnostic.error(
                "D0303",
                source.start(),
                "the time limit of full DRL, `" + System.getProperty(TIME_LIMIT) + "`, is no number of milliseconds",
                "start with a number from 1 to 99999999, as in `-D" + TIME_LIMIT + "=" + DEFAULT_TIME_LIMIT_MILLIS
                        + "`");
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
