package dev.mete.engine.compiled;

import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the index of some rows: in order where they are few, apart by a feature where many ask for one value of it, as bits otherwise. */
final class BuildIndex {
    /** Below so many rows, bits alone find the row in one word. */
    private static final int FEWEST_TO_SPLIT = 128;

    /** A split pays where so great a share of the rows ask for one value, of so many. */
    private static final double LEAST_SHARE = 0.25;

    private static final int FEWEST_VALUES = 4;

    /** Where so few rows are left, it is cheaper to verify them than to look up one feature more. */
    private static final double FEW_LEFT = 1.2;

    /** A feature that leaves so great a share of the rows is not worth looking up. */
    private static final double USELESS = 0.95;

    /** A grid is looked up faster, and may leave so many times the rows. */
    private static final double GRID_WORSE = 1.25;

    private final TaskSchema schema;
    private final Check[] checks;

    /**
     * For the rows of some lines.
     *
     * @param checks when each line holds
     */
    BuildIndex(TaskSchema schema, Check[] checks) {
        this.schema = schema;
        this.checks = checks;
    }

    /** An index of rows in the order of their lines. */
    LineIndex of(List<Row> rows) {
        return of(rows, Set.of());
    }

    /** An index of at most 64 rows that looks at no bucket before it verifies a row; null where there are more, or nothing to look up. */
    @Nullable
    BitRows ofFew(List<Row> rows) {
        return rows.size() <= Long.SIZE && bits(rows, Set.of(), false) instanceof BitRows bits ? bits : null;
    }

    private LineIndex of(List<Row> rows, Set<Integer> split) {
        if (rows.size() <= LineIndex.FEW) {
            return inOrder(rows);
        }
        if (rows.size() >= FEWEST_TO_SPLIT) {
            var best = splits(rows, split).min(Comparator.comparingDouble(Split::met));
            if (best.isPresent()) {
                return best.get().index(split);
            }
        }
        return bits(rows, split, true);
    }

    private Stream<Split> splits(List<Row> rows, Set<Integer> split) {
        return IntStream.range(0, schema.size())
                .filter(slot -> !split.contains(slot))
                .mapToObj(slot -> new Split(slot, rows))
                .filter(Split::pays);
    }

    /** Rows apart by the value of a closed type or a text. */
    private final class Split {
        private final int slot;
        private final int count;
        private final Map<Object, List<Row>> byValue = new HashMap<>();
        private final List<Row> others = new ArrayList<>();

        Split(int slot, List<Row> rows) {
            this.slot = slot;
            this.count = rows.size();
            for (Row row : rows) {
                Object value = only(row);
                (value == null ? others : byValue.computeIfAbsent(value, _ -> new ArrayList<>())).add(row);
            }
        }

        private @Nullable Object only(Row row) {
            Set<String> texts = row.texts().get(slot);
            if (texts != null && texts.size() == 1) {
                return texts.iterator().next();
            }
            BitSet positions = row.positions().get(slot);
            return positions != null && positions.cardinality() == 1 ? (Integer) positions.nextSetBit(0) : null;
        }

        boolean pays() {
            return byValue.size() >= FEWEST_VALUES && others.size() <= (1 - LEAST_SHARE) * count;
        }

        /** How many rows a task meets, other things being equal. */
        double met() {
            return others.size() + (double) (count - others.size()) / byValue.size();
        }

        LineIndex index(Set<Integer> split) {
            Set<Integer> now = new HashSet<>(split);
            now.add(slot);
            LineIndex rest = of(others, split);
            LineIndex none = inOrder(List.of());
            if (schema.feature(slot).type() instanceof FeatureType.Text) {
                var texts = new ArrayList<String>();
                var parts = new ArrayList<LineIndex>(List.of(none));
                byValue.forEach((value, rows) -> {
                    texts.add((String) value);
                    parts.add(of(rows, now));
                });
                return new SplitRows(Axis.texts(slot, texts), parts.toArray(LineIndex[]::new), rest);
            }
            int positions = positions(slot);
            var parts = new LineIndex[positions];
            for (int position = 0; position < positions; position++) {
                List<Row> rows = byValue.get(position);
                parts[position] = rows == null ? none : of(rows, now);
            }
            return new SplitRows(Axis.positions(slot, positions), parts, rest);
        }
    }

    private LineIndex bits(List<Row> rows, Set<Integer> split, boolean isBucketKnown) {
        var all = axes(rows, split).stream()
                .filter(axis -> isBucketKnown || axis.slot() != Row.BUCKET)
                .map(axis -> new RowSets(axis, rows, schema))
                .sorted(Comparator.comparingDouble(RowSets::share))
                .toList();
        var chosen = new ArrayList<RowSets>();
        double left = rows.size();
        for (RowSets sets : all) {
            if (left <= FEW_LEFT || sets.share() > USELESS || chosen.size() == BitRows.MOST_AXES) {
                break;
            }
            chosen.add(sets);
            left *= sets.share();
        }
        if (chosen.isEmpty()) {
            return inOrder(rows);
        }
        chosen.sort(Comparator.comparing(sets -> !sets.axis().isGrid()));
        return new BitRows(
                chosen.stream().map(RowSets::axis).toArray(Axis[]::new),
                chosen.stream().map(RowSets::words).toArray(long[][]::new),
                (rows.size() + Long.SIZE - 1) / Long.SIZE,
                rows.stream().mapToInt(Row::line).toArray(),
                rows.stream()
                        .map(row -> isExact(row, chosen, split) ? null : tests(row))
                        .toArray(Tests[]::new));
    }

    private LineIndex inOrder(List<Row> rows) {
        return new InOrder(
                rows.stream().mapToInt(Row::line).toArray(),
                rows.stream().map(this::tests).toArray(Tests[]::new));
    }

    private Tests tests(Row row) {
        return Tests.of(row, checks[row.line()]);
    }

    /** Whether a row holds wherever the chosen sets have it. */
    private boolean isExact(Row row, List<RowSets> chosen, Set<Integer> split) {
        return row.isWhole()
                && isTested(row.ranges().keySet(), chosen, split)
                && isTested(row.positions().keySet(), chosen, split)
                && isTested(row.texts().keySet(), chosen, split)
                && chosen.stream().allMatch(sets -> sets.isExact(row));
    }

    private static boolean isTested(Set<Integer> slots, List<RowSets> chosen, Set<Integer> split) {
        return slots.stream()
                .allMatch(slot -> split.contains(slot)
                        || chosen.stream().anyMatch(sets -> sets.axis().slot() == slot));
    }

    /** Each feature that a row tests, once; a quantity both as a grid and between bounds. */
    private List<Axis> axes(List<Row> rows, Set<Integer> split) {
        var axes = new ArrayList<Axis>();
        if (rows.stream().anyMatch(row -> row.positions().containsKey(Row.BUCKET))) {
            axes.add(Axis.bucket());
        }
        for (int slot = 0; slot < schema.size(); slot++) {
            int tested = slot;
            if (!split.contains(slot)
                    && rows.stream()
                            .anyMatch(row -> row.positions().containsKey(tested)
                                    || row.ranges().containsKey(tested)
                                    || row.texts().containsKey(tested))) {
                axis(slot, rows).ifPresent(axes::add);
            }
        }
        return axes;
    }

    private Optional<Axis> axis(int slot, List<Row> rows) {
        return switch (schema.feature(slot).type()) {
            case FeatureType.Flag(), FeatureType.OneOf _ ->
                positions(slot) <= Axis.MOST_REGIONS
                        ? Optional.of(Axis.positions(slot, positions(slot)))
                        : Optional.empty();
            case FeatureType.Quantity(var _, long least, long most) -> quantity(slot, rows, least, most);
            case FeatureType.Text() -> text(slot, rows);
            case FeatureType.TextSet() -> Optional.empty();
        };
    }

    private int positions(int slot) {
        return switch (schema.feature(slot).type()) {
            case FeatureType.OneOf(var values, var _) -> values.size();
            case FeatureType.Flag() -> 2;
            case FeatureType.Quantity _, FeatureType.Text(), FeatureType.TextSet() ->
                throw new IllegalArgumentException("no positions");
        };
    }

    /** The grid where it tells the rows apart about as well as the bounds themselves. */
    private Optional<Axis> quantity(int slot, List<Row> rows, long least, long most) {
        var bounds = new TreeSet<Long>();
        for (Row row : rows) {
            Interval range = row.ranges().get(slot);
            if (range != null) {
                if (range.least() > least) {
                    bounds.add(range.least());
                }
                if (range.most() < most) {
                    bounds.add(range.most() + 1);
                }
            }
        }
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        long[] all = bounds.stream().mapToLong(Long::longValue).toArray();
        var between = Axis.bounds(slot, thinned(all));
        var grid = Axis.grid(slot, all);
        long[] some = thinned(all);
        return Optional.of(
                new RowSets(grid, rows, schema).met(some) <= GRID_WORSE * new RowSets(between, rows, schema).met(some)
                        ? grid
                        : between);
    }

    /** At most as many bounds as there can be regions, each for as many of those that were given. */
    private static long[] thinned(long[] bounds) {
        int most = Axis.MOST_REGIONS - 1;
        return bounds.length <= most
                ? bounds
                : IntStream.range(0, most)
                        .mapToLong(i -> bounds[(int) ((long) i * bounds.length / most)])
                        .toArray();
    }

    private static Optional<Axis> text(int slot, List<Row> rows) {
        List<String> texts = rows.stream()
                .flatMap(row -> row.texts().getOrDefault(slot, Set.of()).stream())
                .distinct()
                .toList();
        return texts.isEmpty() || texts.size() >= Axis.MOST_REGIONS
                ? Optional.empty()
                : Optional.of(Axis.texts(slot, texts));
    }
}
