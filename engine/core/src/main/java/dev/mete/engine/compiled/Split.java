package dev.mete.engine.compiled;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows apart by the value of a feature.
 *
 * @param parts for each region of the axis, the rows that ask for its value
 * @param others the rows that ask for none, or for several
 */
record Split(Axis axis, List<List<Row>> parts, List<Row> others) {
    /** A split pays where it leaves at most so great a share of the rows to be met. */
    private static final double MOST_MET = 0.7;

    /** By the position of a closed type, where rows ask for one. */
    static Split byPosition(int slot, int positions, List<Row> rows) {
        List<List<Row>> parts = parts(positions);
        List<Row> others = new ArrayList<>();
        for (Row row : rows) {
            BitSet asked = row.positions().get(slot);
            if (asked != null && asked.cardinality() == 1 && asked.length() <= positions) {
                parts.get(asked.nextSetBit(0)).add(row);
            } else {
                others.add(row);
            }
        }
        return new Split(Axis.positions(slot, positions), parts, others);
    }

    /** By the value of a text, where rows ask for one. */
    static Split byText(int slot, List<Row> rows) {
        Map<String, Integer> regions = new HashMap<>();
        List<String> texts = new ArrayList<>();
        List<List<Row>> parts = parts(1);
        List<Row> others = new ArrayList<>();
        for (Row row : rows) {
            Set<String> asked = row.texts().get(slot);
            if (asked == null || asked.size() != 1) {
                others.add(row);
                continue;
            }
            String text = asked.iterator().next();
            Integer region = regions.get(text);
            if (region == null) {
                region = parts.size();
                regions.put(text, region);
                texts.add(text);
                parts.add(new ArrayList<>());
            }
            parts.get(region).add(row);
        }
        return new Split(Axis.texts(slot, texts), parts, others);
    }

    private static List<List<Row>> parts(int count) {
        List<List<Row>> parts = new ArrayList<>();
        IntStream.range(0, count).forEach(_ -> parts.add(new ArrayList<>()));
        return parts;
    }

    /** How many of so many rows a task meets, where every value is as probable as any other that rows ask for. */
    double met(int rows) {
        long values = parts.stream().filter(part -> !part.isEmpty()).count();
        return others.size() + (double) (rows - others.size()) / Math.max(1, values);
    }

    /** Whether it is worth a look-up for so many rows. */
    boolean pays(int rows) {
        return met(rows) <= MOST_MET * rows;
    }
}
