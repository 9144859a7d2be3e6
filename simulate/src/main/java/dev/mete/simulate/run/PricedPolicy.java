package dev.mete.simulate.run;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicyInfo;
import java.time.Instant;

/** A policy at the prices of any moment. Closes what it compiled, not what it was given. Not thread-safe. */
final class PricedPolicy implements AutoCloseable {
    private final CompiledPolicy given;
    private final AtPrices<CompiledPolicy> others;

    PricedPolicy(CompiledPolicy given, PolicyLoader loader, Catalog catalog) {
        this.given = given;
        this.others = new AtPrices<>(
                moment -> load(given.info(), loader, catalog, moment),
                policy -> policy.info().catalog(),
                CompiledPolicy::close);
    }

    PolicyInfo info() {
        return given.info();
    }

    /** The policy at a moment's prices. */
    CompiledPolicy at(Instant moment) {
        return given.info().catalog().holdsAt(moment) ? given : others.at(moment);
    }

    private static CompiledPolicy load(PolicyInfo policy, PolicyLoader loader, Catalog catalog, Instant moment) {
        return switch (loader.load(policy, catalog.at(moment))) {
            case Loading.Loaded(var loaded, var _, var _) -> loaded;
            case Loading.Failed(var diagnostics, var _) -> throw new Unloadable(policy.name(), moment, diagnostics);
        };
    }

    @Override
    public void close() {
        others.close();
    }
}
