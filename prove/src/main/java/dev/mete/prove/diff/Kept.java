package dev.mete.prove.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which members of two lists have a counterpart in the other, where counterparts stand in the same order in both. Immutable.
 *
 * @param onlyBefore the places in the first list of those that have none
 * @param onlyAfter the places in the second
 */
record Kept(BitSet onlyBefore, BitSet onlyAfter) {
    /** Pairs the first equal members, the second ones and so on, and keeps as many pairs as stand in order. */
    static <T> Kept of(List<T> before, List<T> after) {
        Map<T, List<Integer>> places = new HashMap<>();
        for (int at = after.size() - 1; at >= 0; at--) {
            places.computeIfAbsent(after.get(at), _ -> new ArrayList<>()).add(at);
        }
        var counterparts = new int[before.size()];
        for (int at = 0; at < before.size(); at++) {
            List<Integer> left = places.getOrDefault(before.get(at), List.of());
            counterparts[at] = left.isEmpty() ? -1 : Objects.requireNonNull(left.removeLast());
        }
        var onlyBefore = new BitSet();
        onlyBefore.set(0, before.size());
        var onlyAfter = new BitSet();
        onlyAfter.set(0, after.size());
        for (int at : longestAscending(counterparts)) {
            onlyBefore.clear(at);
            onlyAfter.clear(counterparts[at]);
        }
        return new Kept(onlyBefore, onlyAfter);
    }

    /** The places of a longest row of ascending numbers, those below 0 aside. */
    private static List<Integer> longestAscending(int[] numbers) {
        // for each length, the place of the last number of the row that ends least, and of each number the place before
        // it
        var ends = new ArrayList<Integer>();
        var previous = new int[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            if (numbers[at] >= 0) {
                int longer = shorter(numbers, ends, numbers[at]);
                previous[at] = longer == 0 ? -1 : ends.get(longer - 1);
                if (longer == ends.size()) {
                    ends.add(at);
                } else {
                    ends.set(longer, at);
                }
            }
        }
        var places = new ArrayList<Integer>();
        for (int at = ends.isEmpty() ? -1 : ends.getLast(); at >= 0; at = previous[at]) {
            places.add(at);
        }
        return places;
    }

    /** How many rows end below a number. */
    private static int shorter(int[] numbers, List<Integer> ends, int number) {
        int from = 0;
        int to = ends.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (numbers[ends.get(middle)] < number) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
