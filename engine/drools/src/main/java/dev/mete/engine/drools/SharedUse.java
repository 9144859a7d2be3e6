package dev.mete.engine.drools;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who uses something, and lets go of it when it is closed and its last user has left. Thread-safe, without locks. */
public final class SharedUse {
    private final String name;
    private final Runnable letGo;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** The users, and one more as long as it is not closed. */
    private final AtomicInteger users = new AtomicInteger(1);

    /**
     * Something that is used.
     *
     * @param name what it is called where it is closed already
     * @param letGo run once, by the last user or by who closes it
     */
    public SharedUse(String name, Runnable letGo) {
        this.name = name;
        this.letGo = letGo;
    }

    /**
     * Comes as a user, who has to {@link #leave}.
     *
     * @throws IllegalStateException when it is closed
     */
    public void come() {
        int present;
        do {
            present = users.get();
            if (present == 0 || closed.get()) {
                throw new IllegalStateException(name + " is closed");
            }
        } while (!users.compareAndSet(present, present + 1));
    }

    /** Leaves as a user. */
    public void leave() {
        if (users.decrementAndGet() == 0) {
            letGo.run();
        }
    }

    /** Lets nobody come any more. Closing twice does nothing more. */
    public void close() {
        if (closed.compareAndSet(false, true)) {
            leave();
        }
    }
}
