package dev.mete.simulate.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The first so many names that traffic has. They are added in the order of its lines; any thread may look. */
final class FirstNames<K> {
    private final Set<K> names = ConcurrentHashMap.newKeySet();
    private final int most;
    private volatile boolean isFull;

    FirstNames(int most) {
        this.most = most;
    }

    /** Adds a name; says whether it is one of the first. One thread at a time. */
    boolean add(K name) {
        if (names.contains(name)) {
            return true;
        }
        if (isFull) {
            return false;
        }
        names.add(name);
        isFull = names.size() == most;
        return true;
    }

    boolean has(K name) {
        return names.contains(name);
    }

    /** Whether no name is added any more: asked before {@link #has}, it tells which of them that answer holds for good. */
    boolean isFull() {
        return isFull;
    }
}
