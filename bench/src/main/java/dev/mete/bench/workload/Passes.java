package dev.mete.bench.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Passes over the same tasks, each in another order. A processor that meets 2,048 tasks in one order again and again has learned every branch of a small
 * policy by heart after a while, and no service ever sees the same tasks in the same order twice. Not thread-safe.
 */
public final class Passes<T> {
    /** So many that no processor learns them all. */
    private static final int COUNT = 32;

    private static final long SEED = 7;

    private final List<List<T>> passes = new ArrayList<>();
    private int next;

    /** Passes over tasks; those over lists of equal size are in the same orders. */
    public Passes(List<T> tasks) {
        var random = new Random(SEED);
        for (int i = 0; i < COUNT; i++) {
            var pass = new ArrayList<>(tasks);
            Collections.shuffle(pass, random);
            passes.add(List.copyOf(pass));
        }
    }

    /** All tasks once, in the next of the orders. */
    public List<T> next() {
        next = (next + 1) % COUNT;
        return passes.get(next);
    }
}
