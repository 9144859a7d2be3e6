package dev.mete.server.reload;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** All policies that are served, by name. Thread-safe; what it hands out may be newer at the next call. */
public final class ServedPolicies {
    private final Map<String, ServedPolicy> policies = new ConcurrentSkipListMap<>();
    private volatile CatalogStatus catalog = CatalogStatus.NONE_YET;
    private volatile @Nullable FailedLoad rootFailure;

    ServedPolicies() {}

    /** The policy of a name. */
    public Optional<ServedPolicy> find(String name) {
        return Optional.ofNullable(policies.get(name));
    }

    /** All policies, those too that never had a good revision, by name. */
    public Collection<ServedPolicy> all() {
        return Collections.unmodifiableCollection(policies.values());
    }

    /** All names, in order. */
    public Collection<String> names() {
        return Collections.unmodifiableCollection(policies.keySet());
    }

    /** The catalog in use. */
    public CatalogStatus catalog() {
        return catalog;
    }

    /** Why the folder of all policies cannot be looked at, where it cannot. */
    public Optional<FailedLoad> rootFailure() {
        return Optional.ofNullable(rootFailure);
    }

    ServedPolicy served(String name) {
        return policies.computeIfAbsent(name, ServedPolicy::new);
    }

    void remove(String name) {
        ServedPolicy removed = policies.remove(name);
        if (removed != null) {
            removed.retire();
        }
    }

    void catalog(CatalogStatus next) {
        catalog = next;
    }

    void rootFailure(@Nullable FailedLoad failure) {
        rootFailure = failure;
    }
}
