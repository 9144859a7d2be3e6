package dev.mete.server.reload;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.load.PolicyFolder;
import dev.mete.server.reload.WatchedPolicy.Contents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at the folder of all policies and at the clock, and what follows from it. Contents are acted upon when two looks in a row find them; what was loaded
 * before, with success or not, is not loaded again. Not thread-safe.
 */
final class ReloadStep {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadStep.class);

    /** How long a folder has to be missing: tools that check out a tree take folders away and put them back. */
    static final Duration REMOVAL = Duration.ofSeconds(1);

    private final RulesSettings settings;
    private final ServedPolicies served;
    private final LookAtRules looking;
    private final WatchCatalog catalog;
    private final FollowPrices prices;
    private final LoadPolicy loading;
    private final @Nullable StateFolder state;
    private final Map<String, WatchedPolicy> watched = new HashMap<>();

    ReloadStep(RulesSettings settings, ServedPolicies served) {
        this.settings = settings;
        this.served = served;
        this.looking = new LookAtRules(settings.root(), settings.clock());
        this.catalog = new WatchCatalog(settings, served);
        this.prices = new FollowPrices(settings, served);
        this.loading = new LoadPolicy(settings.loader());
        Path folder = settings.state();
        this.state = folder == null ? null : new StateFolder(folder, settings);
    }

    /** Loads all there is, without waiting for it to settle. */
    void first() {
        step(true);
    }

    /** Looks once. Returns whether something has changed that has yet to settle. */
    boolean next() {
        return step(false);
    }

    private boolean step(boolean isFirst) {
        boolean isUnsettled = files(isFirst);
        prices.policies();
        return isUnsettled;
    }

    private boolean files(boolean isFirst) {
        RulesLook look = looking.look();
        boolean isUnsettled = catalog.look(looking, isFirst);
        prices.catalog();
        if (look.problem() != null) {
            rootFails(look.problem());
            return isUnsettled;
        }
        served.rootFailure(null);
        var names = new TreeSet<>(watched.keySet());
        names.addAll(look.folders());
        for (String name : names) {
            WatchedPolicy policy = watched.computeIfAbsent(name, _ -> new WatchedPolicy());
            isUnsettled |= look.folders().contains(name) ? present(name, policy, look, isFirst) : missing(name, policy);
        }
        return isUnsettled;
    }

    private void rootFails(String problem) {
        var diagnostic = Diagnostic.error(
                "P0002",
                Source.of(String.valueOf(settings.root().getFileName()), "").start(),
                "the folder of all policies cannot be read: " + problem,
                "check that it is there and who may read it");
        if (served.rootFailure().isEmpty()) {
            LOG.error("{}; what is loaded stays", DiagnosticLine.of(diagnostic));
            served.rootFailure(new FailedLoad(settings.clock().instant(), List.of(diagnostic)));
        }
    }

    private boolean present(String name, WatchedPolicy policy, RulesLook look, boolean isFirst) {
        policy.isThere();
        Contents contents = contents(name, policy.read(), look);
        if (policy.isApplied(contents)) {
            return false;
        }
        if (!isFirst && !policy.isSettled(contents)) {
            return true;
        }
        Load load = load(name);
        Set<String> read = read(load);
        boolean isWhole = look.isUntouched(looking.look(), dependsOn(name, read, look));
        if (!isWhole && !isFirst) {
            // it may have read a half-written file, or the old one and the new one
            if (load instanceof Load.Good good) {
                good.policy().close();
            }
            return true;
        }
        serve(served.served(name), load);
        if (isWhole) {
            policy.applied(contents(name, read, look), read);
        }
        return !isWhole;
    }

    private boolean missing(String name, WatchedPolicy policy) {
        Instant now = settings.clock().instant();
        if (policy.missingSince(now).plus(REMOVAL).isAfter(now)) {
            return true;
        }
        watched.remove(name);
        served.remove(name);
        if (state != null) {
            state.remove(name);
        }
        LOG.warn("policy {} is gone: its folder has been removed", name);
        settings.listener().removed(name);
        return false;
    }

    /** What a load depends on: the policy's own folder and what it read beside it, or everything where it is not known what a failed load lacked. */
    private Contents contents(String name, @Nullable Set<String> read, RulesLook look) {
        var files = look.contents(dependsOn(name, read, look));
        if (read != null) {
            for (String file : read) {
                files.computeIfAbsent(file, _ -> looking.content(below(look.root(), file)));
            }
        }
        return new Contents(files, catalog.digest());
    }

    private static Predicate<String> dependsOn(String name, @Nullable Set<String> read, RulesLook look) {
        String own = look.prefix(name);
        String catalogName = PolicyFolder.displayName(look.root(), look.root().resolve("catalog.json"));
        return file -> !file.equals(catalogName) && (read == null || file.startsWith(own) || read.contains(file));
    }

    /** The file of a name that messages show. */
    private static Path below(Path root, String name) {
        String within = name.substring(name.indexOf('/') + 1);
        return root.resolve(within);
    }

    private Load load(String name) {
        Catalog models =
                served.catalog().good() == null ? null : served.catalog().good().catalog();
        return models == null
                ? new Load.Bad(
                        served.catalog().failed() == null
                                ? List.of()
                                : served.catalog().failed().diagnostics())
                : loading.load(settings.root().resolve(name), settings.root(), models);
    }

    /** The names of what was read, or null where that failed. */
    private static @Nullable Set<String> read(Load load) {
        return switch (load) {
            case Load.Bad _ -> null;
            case Load.Good good ->
                good.policy().info().sources().stream()
                        .map(Source::name)
                        .collect(Collectors.toCollection(HashSet::new));
        };
    }

    private void serve(ServedPolicy policy, Load load) {
        switch (load) {
            case Load.Bad(List<Diagnostic> diagnostics) ->
                failed(policy, new FailedLoad(settings.clock().instant(), diagnostics));
            case Load.Good good -> good(policy, good);
        }
    }

    private void failed(ServedPolicy policy, FailedLoad failure) {
        policy.hasFailed(failure);
        if (policy.current().isEmpty() && state != null) {
            state.restore(policy.name()).ifPresent(kept -> serve(policy, kept));
        }
        String diagnostics = DiagnosticLine.of(failure.diagnostics());
        policy.current()
                .ifPresentOrElse(
                        snapshot -> LOG.warn(
                                "policy {} did not load and goes on with {} of {}: {}",
                                policy.name(),
                                snapshot.policy().info().revision(),
                                snapshot.loadedAt(),
                                diagnostics),
                        () -> LOG.error(
                                "policy {} did not load and has no good revision: {}", policy.name(), diagnostics));
        settings.listener().failed(policy.name(), failure);
    }

    private void good(ServedPolicy policy, Load.Good load) {
        policy.hasLoaded();
        Instant now = settings.clock().instant();
        var info = load.policy().info();
        boolean isServed =
                policy.current().filter(snapshot -> isSame(snapshot, load)).isPresent();
        if (isServed) {
            load.policy().close();
            LOG.info("policy {} is again what is served, {}", policy.name(), info.revision());
        } else {
            serve(
                    policy,
                    new Snapshot(settings.finish().apply(load.policy()), load.catalog(), now, load.warnings(), false));
            LOG.info(
                    "policy {} serves {} ({} rules, engine {})",
                    policy.name(),
                    info.revision(),
                    info.rules().size(),
                    info.engine());
            if (!load.warnings().isEmpty()) {
                LOG.warn("policy {}: {}", policy.name(), DiagnosticLine.of(load.warnings()));
            }
            if (state != null) {
                state.keep(policy.name(), load, now, served.catalog());
            }
        }
        settings.listener().isGood(policy.name(), now);
    }

    private static boolean isSame(Snapshot snapshot, Load.Good load) {
        var served = snapshot.policy().info();
        var loaded = load.policy().info();
        return !snapshot.isRestored()
                && served.revision().equals(loaded.revision())
                && served.engine().equals(loaded.engine());
    }

    private void serve(ServedPolicy policy, Snapshot snapshot) {
        policy.serve(snapshot);
        settings.listener().serves(policy.name(), snapshot);
    }
}
