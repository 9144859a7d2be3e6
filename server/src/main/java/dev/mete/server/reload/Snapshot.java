package dev.mete.server.reload;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.policy.CompiledPolicy;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One good revision of a policy. Counts who uses it, so that a policy is closed only when its last decision is made. Thread-safe.
 */
public final class Snapshot {
    private final CompiledPolicy policy;
    private final Catalog catalog;
    private final Instant loadedAt;
    private final List<Diagnostic> warnings;
    private final boolean isRestored;
    private final AtomicInteger users = new AtomicInteger(1);

    Snapshot(CompiledPolicy policy, Catalog catalog, Instant loadedAt, List<Diagnostic> warnings, boolean isRestored) {
        this.policy = policy;
        this.catalog = catalog;
        this.loadedAt = loadedAt;
        this.warnings = List.copyOf(warnings);
        this.isRestored = isRestored;
    }

    /** The policy. Whoever decides with it has acquired this snapshot. */
    public CompiledPolicy policy() {
        return policy;
    }

    /** The catalog that it was compiled with, which need not be the one that is in use now. */
    Catalog catalog() {
        return catalog;
    }

    /** The same texts and the same catalog, compiled at other prices. */
    Snapshot at(CompiledPolicy repriced, List<Diagnostic> found) {
        return new Snapshot(repriced, catalog, loadedAt, found, isRestored);
    }

    /** When its texts were loaded; for a restored revision, when they were loaded before the restart. */
    public Instant loadedAt() {
        return loadedAt;
    }

    /** What the checks warn about. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /** Whether this is the last good revision of an earlier run, since the files of now do not load. */
    public boolean isRestored() {
        return isRestored;
    }

    /** Ends one use; the last one closes the policy. */
    public void release() {
        if (users.decrementAndGet() == 0) {
            policy.close();
        }
    }

    /** Begins a use, or says false where the policy is closed already. */
    boolean acquire() {
        int now = users.get();
        while (now > 0) {
            if (users.compareAndSet(now, now + 1)) {
                return true;
            }
            now = users.get();
        }
        return false;
    }
}
