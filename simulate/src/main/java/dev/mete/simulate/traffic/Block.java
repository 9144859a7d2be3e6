package dev.mete.simulate.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A piece of traffic that one thread has read and another one is told, in the same order. Used again and again; not thread-safe. */
public final class Block implements Traffic.Listener {
    /** It is full with so many bytes, or so many lines. */
    private static final int FULL = 1 << 17;

    private static final int MOST_LINES = 512;

    private byte[] json = new byte[2 * FULL];

    /** Of each line of JSON, its number and where it ends. */
    private final long[] numbers = new long[MOST_LINES];

    private final int[] ends = new int[MOST_LINES];
    private int lines;

    /** All that is no line of JSON. */
    private final List<Told> others = new ArrayList<>();

    /**
     * Something else.
     *
     * @param before how many lines of JSON come before it
     */
    private record Told(int before, Consumer<Traffic.Listener> what) {}

    /** Whether it should be told before it takes more. */
    public boolean isFull() {
        return lines == MOST_LINES || others.size() >= MOST_LINES || end() >= FULL;
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return lines == 0 && others.isEmpty();
    }

    /** Forgets all. */
    public void clear() {
        lines = 0;
        others.clear();
    }

    /** Tells all. */
    public void tell(Traffic.Listener listener) {
        int other = 0;
        int from = 0;
        for (int line = 0; line <= lines; line++) {
            while (other < others.size() && others.get(other).before() == line) {
                others.get(other).what().accept(listener);
                other++;
            }
            if (line < lines) {
                listener.json(numbers[line], json, from, ends[line]);
                from = ends[line];
            }
        }
    }

    private int end() {
        return lines == 0 ? 0 : ends[lines - 1];
    }

    @Override
    public void json(long line, byte[] text, int from, int to) {
        int begin = end();
        int end = begin + to - from;
        if (end > json.length) {
            json = Arrays.copyOf(json, Math.max(end, 2 * json.length));
        }
        System.arraycopy(text, from, json, begin, to - from);
        numbers[lines] = line;
        ends[lines++] = end;
    }

    @Override
    public void take(TrafficRecord record) {
        add(listener -> listener.take(record));
    }

    @Override
    public void take(long line, Supplier<TrafficRecord> record) {
        add(listener -> listener.take(line, record));
    }

    @Override
    public void broken(long line, String reason) {
        add(listener -> listener.broken(line, reason));
    }

    @Override
    public void note(String note) {
        add(listener -> listener.note(note));
    }

    @Override
    public void requestsPerDay(long line, long requests) {
        add(listener -> listener.requestsPerDay(line, requests));
    }

    private void add(Consumer<Traffic.Listener> what) {
        others.add(new Told(lines, what));
    }
}
