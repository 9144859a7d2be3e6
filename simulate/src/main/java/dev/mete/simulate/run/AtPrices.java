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
    private final Deque<Held<T>> kept = new ArrayDeque<>();

    /** A value, and when it holds. */
    private record Held<T>(T value, CatalogStamp stamp) {}

    AtPrices(Function<Instant, T> make, Function<T, CatalogStamp> stamp, Consumer<T> discard) {
        this.make = make;
        this.stamp = stamp;
        this.discard = discard;
    }

    /** What holds at a moment. */
    T at(Instant moment) {
        Held<T> last = kept.peekFirst();
        if (last != null && last.stamp().holdsAt(moment)) {
            return last.value();
        }
        for (Iterator<Held<T>> others = kept.iterator(); others.hasNext(); ) {
            Held<T> other = others.next();
            if (other.stamp().holdsAt(moment)) {
                others.remove();
                kept.addFirst(other);
                return other.value();
            }
        }
        T made = make.apply(moment);
        kept.addFirst(new Held<>(made, stamp.apply(made)));
        if (kept.size() > MOST_KEPT) {
            discard.accept(kept.removeLast().value());
        }
        return made;
    }

    @Override
    public void close() {
        kept.forEach(held -> discard.accept(held.value()));
        kept.clear();
    }
}
