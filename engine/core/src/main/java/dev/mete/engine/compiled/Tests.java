package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.task.Task;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row still has to be asked: its tests one after the other in arrays, or the condition of its line. One class for both, so that the call is not one
 * of many. Immutable, thread-safe.
 */
final class Tests {
    private final int[] slots;

    /** The least value of each slot, and by how much the most is above it, which is unsigned. */
    private final long[] least;

    private final long[] width;
    private final int[] positionSlots;

    /** The bits of the positions of each slot. */
    private final long[] positions;

    private final int[] textSlots;
    private final String[] texts;
    private final @Nullable Check check;

    private Tests(
            List<Interval> ranges, Map<Integer, BitSet> positions, Map<Integer, String> texts, @Nullable Check check) {
        this.slots = ranges.stream().mapToInt(Interval::slot).toArray();
        this.least = ranges.stream().mapToLong(Interval::least).toArray();
        this.width =
                ranges.stream().mapToLong(range -> range.most() - range.least()).toArray();
        this.positionSlots = slots(positions);
        this.positions = Arrays.stream(positionSlots)
                .mapToLong(slot -> positions.getOrDefault(slot, new BitSet()).toLongArray()[0])
                .toArray();
        this.textSlots = slots(texts);
        this.texts = Arrays.stream(textSlots).mapToObj(texts::get).toArray(String[]::new);
        this.check = check;
    }

    private static int[] slots(Map<Integer, ?> bySlot) {
        return bySlot.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The tests of a row.
     *
     * @param line when its line holds, for what the tests of a row do not tell
     */
    static Tests of(Row row, Check line) {
        boolean isFlat = row.isWhole()
                && !row.positions().containsKey(Row.BUCKET)
                && row.positions().values().stream().allMatch(bits -> bits.length() <= Long.SIZE)
                && row.texts().values().stream().allMatch(words -> words.size() == 1);
        if (!isFlat) {
            return new Tests(List.of(), Map.of(), Map.of(), line);
        }
        var texts = new HashMap<Integer, String>();
        row.texts().forEach((slot, words) -> texts.put(slot, words.iterator().next()));
        return new Tests(List.copyOf(row.ranges().values()), row.positions(), texts, null);
    }

    /** Whether the row holds. */
    boolean hold(Task task, Bucket bucket) {
        for (int i = 0; i < slots.length; i++) {
            if (Long.compareUnsigned(task.number(slots[i]) - least[i], width[i]) > 0) {
                return false;
            }
        }
        for (int i = 0; i < positionSlots.length; i++) {
            long position = task.number(positionSlots[i]);
            if (position >= Long.SIZE || (positions[i] >>> position & 1) == 0) {
                return false;
            }
        }
        for (int i = 0; i < textSlots.length; i++) {
            if (!texts[i].equals(task.text(textSlots[i]))) {
                return false;
            }
        }
        return check == null || check.holds(task, bucket);
    }
}
