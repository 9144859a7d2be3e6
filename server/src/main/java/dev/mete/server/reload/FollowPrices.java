package dev.mete.server.reload;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.load.Loading;
import dev.mete.server.reload.CatalogStatus.Good;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows prices over time. When those of its models change, a policy is compiled again from the texts and with the catalog that it is served from,
 * whatever its files are by now, and takes its own place in one step. Not thread-safe.
 */
final class FollowPrices {
    private static final Logger LOG = LoggerFactory.getLogger(FollowPrices.class);

    private final RulesSettings settings;
    private final ServedPolicies served;
    private final Map<String, Failed> failures = new HashMap<>();
    private @Nullable Catalog known;
    private CatalogStamp stamp = new CatalogStamp("", Instant.EPOCH, null, null);

    /**
     * A policy that does not compile at new prices.
     *
     * @param snapshot what goes on at the old ones
     * @param prices the prices that were tried
     */
    private record Failed(Snapshot snapshot, CatalogStamp prices, FailedLoad load) {}

    FollowPrices(RulesSettings settings, ServedPolicies served) {
        this.settings = settings;
        this.served = served;
    }

    /** Takes the catalog in use at the prices of now. */
    void catalog() {
        Good good = served.catalog().good();
        if (good == null) {
            return;
        }
        Instant now = settings.clock().instant();
        if (known != good.catalog()) {
            known = good.catalog();
            stamp = CatalogStamp.of(good.catalog());
        }
        if (stamp.holdsAt(now)) {
            return;
        }
        Catalog next = good.catalog().at(now);
        var status = new CatalogStatus(
                new Good(next, good.loadedAt(), good.source()), served.catalog().failed());
        served.catalog(status);
        settings.listener().catalog(status);
        List<String> changed = changed(good.catalog(), next);
        if (!changed.isEmpty()) {
            LOG.info("prices of {} changed at {}", String.join(", ", changed), since(next.pricesSince()));
        }
    }

    private static String since(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("the start");
    }

    private static List<String> changed(Catalog before, Catalog now) {
        return now.models().stream()
                .filter(model -> !Optional.ofNullable(model.figures().prices())
                        .equals(before.model(model.id())
                                .map(Model::figures)
                                .flatMap(figures -> Optional.ofNullable(figures.prices()))))
                .map(Model::id)
                .toList();
    }

    /** Takes every policy at the prices of now. */
    void policies() {
        Instant now = settings.clock().instant();
        for (ServedPolicy policy : served.all()) {
            policy.current()
                    .filter(snapshot -> !snapshot.policy().info().catalog().holdsAt(now))
                    .filter(snapshot -> !isTried(policy, snapshot, now))
                    .ifPresent(snapshot -> reprice(policy, snapshot, now));
        }
        failures.keySet().removeIf(name -> served.find(name).isEmpty());
    }

    private boolean isTried(ServedPolicy policy, Snapshot snapshot, Instant now) {
        Failed tried = failures.get(policy.name());
        return tried != null && tried.snapshot() == snapshot && tried.prices().holdsAt(now);
    }

    private void reprice(ServedPolicy policy, Snapshot snapshot, Instant now) {
        Catalog catalog = snapshot.catalog().at(now);
        switch (load(snapshot, catalog)) {
            case Loading.Failed(var diagnostics, var _) -> failed(policy, snapshot, catalog, diagnostics);
            case Loading.Loaded(var repriced, var diagnostics, var _) -> {
                var next = snapshot.at(settings.finish().apply(repriced), diagnostics);
                policy.serve(next);
                settings.listener().serves(policy.name(), next);
                LOG.info(
                        "policy {} serves {} at the prices of {}",
                        policy.name(),
                        repriced.info().revision(),
                        since(Optional.ofNullable(repriced.info().catalog().pricesSince())));
                mended(policy, now);
            }
        }
    }

    private Loading load(Snapshot snapshot, Catalog catalog) {
        try {
            return settings.loader().load(snapshot.policy().info(), catalog);
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "loading {} at other prices failed within Mete",
                    snapshot.policy().info().name(),
                    e);
            var diagnostic =
                    LoadPolicy.failedWithin(snapshot.policy().info().sources().getFirst(), e);
            return new Loading.Failed(List.of(diagnostic), List.of());
        }
    }

    /** What is wrong with the policy's files by now is the greater trouble, and stays what is shown. */
    private void failed(ServedPolicy policy, Snapshot snapshot, Catalog catalog, List<Diagnostic> diagnostics) {
        var load = new FailedLoad(catalog.time(), diagnostics);
        failures.put(policy.name(), new Failed(snapshot, CatalogStamp.of(catalog), load));
        if (policy.failed().isEmpty()) {
            policy.hasFailed(load);
        }
        settings.listener().failed(policy.name(), load);
        LOG.warn(
                "policy {} does not load at the prices of {} and goes on at those of before: {}",
                policy.name(),
                catalog.time(),
                DiagnosticLine.of(diagnostics));
    }

    @SuppressWarnings("ReferenceEquality") // the very load that failed here, not one that reads the same
    private void mended(ServedPolicy policy, Instant now) {
        Failed failure = failures.remove(policy.name());
        if (failure != null
                && policy.failed().filter(load -> load == failure.load()).isPresent()) {
            policy.hasLoaded();
            settings.listener().isGood(policy.name(), now);
        }
    }
}
