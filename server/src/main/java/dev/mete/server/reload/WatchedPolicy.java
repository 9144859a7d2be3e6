package dev.mete.server.reload;

import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the reloading knows about one folder. Not thread-safe; only the reloading thread touches it. */
final class WatchedPolicy {
    /** The names of the files that the last good load read; null where the last load failed, so that any file may be what was missing. */
    private @Nullable Set<String> read;

    private @Nullable Contents applied;
    private @Nullable Contents lastSeen;
    private @Nullable Instant missingSince;

    /** The contents that a load depends on, and the catalog that it uses. */
    record Contents(SortedMap<String, String> files, String catalog) {}

    @Nullable
    Set<String> read() {
        return read;
    }

    /** Whether these are the contents of the last load, whatever came of it. */
    boolean isApplied(Contents contents) {
        return contents.equals(applied);
    }

    /** Whether these were the contents at the look before, too; notes them. */
    boolean isSettled(Contents contents) {
        boolean isSettled = contents.equals(lastSeen);
        lastSeen = contents;
        return isSettled;
    }

    void applied(Contents contents, @Nullable Set<String> read) {
        this.applied = contents;
        this.read = read;
        this.lastSeen = contents;
    }

    void isThere() {
        missingSince = null;
    }

    /** Since when the folder has been missing at every look. */
    Instant missingSince(Instant now) {
        Instant since = missingSince == null ? now : missingSince;
        missingSince = since;
        return since;
    }
}
