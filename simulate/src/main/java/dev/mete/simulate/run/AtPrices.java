package dev.mete.simulate.run;

import dev.mete.engine.catalog.CatalogStamp;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;

/** What depends on prices, made once for each prices that requests meet; the last few are kept. Not thread-safe. */
final class AtPrices<T> implements AutoCloseable {
    private static final int MOST_KEPT = 64;

    private final Function<Instant, T> make;
    private final Function<T, CatalogStamp> stamp;
    private final Consumer<T> discard;
    private final Deque<T> kept = new ArrayDeque<>();

    AtPrices(Function<Instant, T> make, Function<T, CatalogStamp> stamp, Consumer<T> discard) {
        this.make = make;
        this.stamp = stamp;
        this.discard = discard;
    }

    /** What holds at a moment. */
    T at(Instant moment) {
        T last = kept.peekFirst();
        if (last != null && stamp.apply(last).holdsAt(moment)) {
            return last;
        }
        for (Iterator<T> others = kept.iterator(); others.hasNext(); ) {
            T other = others.next();
            if (stamp.apply(other).holdsAt(moment)) {
                others.remove();
                kept.addFirst(other);
                return other;
            }
        }
        T made = make.apply(moment);
        kept.addFirst(made);
        if (kept.size() > MOST_KEPT) {
            discard.accept(kept.removeLast());
        }
        return made;
    }

    @Override
    public void close() {
        kept.forEach(discard);
        kept.clear();
    }
}
