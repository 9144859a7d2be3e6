package dev.mete.simulate.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Sums by name: one for each of the first names of the traffic, and one for all others. Which these are is known at the end of a block, so a name that is
 * new waits until then. Not thread-safe, but for the names.
 */
final class Told<K, V> {
    private final FirstNames<K> names;
    private final K others;
    private final Supplier<V> make;
    private final BiConsumer<V, V> add;
    private final Map<K, V> told = new LinkedHashMap<>();
    private Map<K, V> waiting = new LinkedHashMap<>();

    /**
     * No sums.
     *
     * @param others what all other names are called
     * @param add adds a sum to another one, which is given first
     */
    Told(FirstNames<K> names, K others, Supplier<V> make, BiConsumer<V, V> add) {
        this.names = names;
        this.others = others;
        this.make = make;
        this.add = add;
    }

    /** Sums of other lines of the same traffic. */
    Told<K, V> part() {
        return new Told<>(names, others, make, add);
    }

    /** The sum of a name. */
    V of(K name) {
        V known = told.get(name);
        if (known != null) {
            return known;
        }
        boolean isFull = names.isFull();
        if (names.has(name)) {
            return sum(name);
        }
        return isFull ? sum(others) : waiting.computeIfAbsent(name, _ -> make.get());
    }

    private V sum(K name) {
        return told.computeIfAbsent(name, _ -> make.get());
    }

    /** The sums of the names that wait; the next block has none. */
    Map<K, V> endBlock() {
        var ended = waiting;
        if (!ended.isEmpty()) {
            waiting = new LinkedHashMap<>();
        }
        return ended;
    }

    /** Adds what waited in a block, all blocks before it having been added. */
    void add(Map<K, V> ended) {
        ended.forEach((name, sum) -> add.accept(sum(names.add(name) ? name : others), sum));
    }

    /** Adds all sums of a part, none of which waits. */
    void add(Told<K, V> part) {
        part.told.forEach((name, sum) -> add.accept(sum(name), sum));
    }

    /** All sums, by name. */
    Map<K, V> all() {
        return told;
    }
}
