package dev.mete.server.reload;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What is served under one name: the good revision of now, and the last load where that failed. Thread-safe. */
public final class ServedPolicy {
    private final String name;
    private final AtomicReference<@Nullable Snapshot> current = new AtomicReference<>();
    private volatile @Nullable FailedLoad failed;

    ServedPolicy(String name) {
        this.name = name;
    }

    /** The policy's name, which stands in its address. */
    public String name() {
        return name;
    }

    /** The good revision of now, for the caller to release; null where there has been none yet. */
    public @Nullable Snapshot acquire() {
        Snapshot snapshot = current.get();
        while (snapshot != null && !snapshot.acquire()) {
            snapshot = current.get();
        }
        return snapshot;
    }

    /** The good revision of now to look at, not to decide with. */
    public Optional<Snapshot> current() {
        return Optional.ofNullable(current.get());
    }

    /** The last load of the files, where it failed. */
    public Optional<FailedLoad> failed() {
        return Optional.ofNullable(failed);
    }

    /** Serves a new revision from the next request on; requests under way end with the old one. */
    void serve(Snapshot next) {
        Snapshot before = current.getAndSet(next);
        if (before != null) {
            before.release();
        }
    }

    void hasFailed(FailedLoad load) {
        failed = load;
    }

    void hasLoaded() {
        failed = null;
    }

    /** Serves nothing any more. */
    void retire() {
        Snapshot before = current.getAndSet(null);
        if (before != null) {
            before.release();
        }
    }
}
