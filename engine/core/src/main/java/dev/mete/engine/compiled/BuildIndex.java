package dev.mete.engine.compiled;

import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds the index of some rows: in order where they are few, apart by a feature where many ask for one value of it, as bits otherwise. */
final class BuildIndex {
    /** Below so many rows, bits alone find the row in one word. */
    private static final int FEWEST_TO_SPLIT = 128;

    /** What it costs to verify a row, in words of bits that are looked at meanwhile, and to look up the region of a feature. */
    private static final double VERIFYING = 8;

    private static final double LOOKING_UP = 2;

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
        return rows.size() <= Long.SIZE && bits(rows, Set.of(), true) instanceof BitRows bits ? bits : null;
    }

    /**
     * An index of rows.
     *
     * @param split the slots that they have been split by, whose tests hold for all of them
     */
    private LineIndex of(List<Row> rows, Set<Integer> split) {
        if (rows.size() <= LineIndex.FEW) {
            return inOrder(rows);
        }
        if (rows.size() >= FEWEST_TO_SPLIT) {
            var best = IntStream.range(0, schema.size())
                    .filter(slot -> !split.contains(slot))
                    .mapToObj(slot -> split(slot, rows))
                    .flatMap(Optional::stream)
                    .filter(by -> by.pays(rows.size()))
                    .min(Comparator.comparingDouble(by -> by.met(rows.size())));
            if (best.isPresent()) {
                return index(best.get(), split);
            }
        }
        return bits(rows, split, false);
    }

    private LineIndex index(Split by, Set<Integer> split) {
        Set<Integer> now = new HashSet<>(split);
        now.add(by.axis().slot());
        return new SplitRows(
                by.axis(),
                by.parts().stream().map(part -> of(part, now)).toArray(LineIndex[]::new),
                of(by.others(), split));
    }

    /** Rows apart by the value of a feature; nothing where rows are not told apart by one. */
    private Optional<Split> split(int slot, List<Row> rows) {
        return switch (schema.feature(slot).type()) {
            case FeatureType.OneOf _ -> Optional.of(Split.byPosition(slot, positions(slot), rows));
            case FeatureType.Text() -> Optional.of(Split.byText(slot, rows));
            case FeatureType.Flag(), FeatureType.TextSet(), FeatureType.Quantity _ -> Optional.empty();
        };
    }

    /**
     * Rows as bits.
     *
     * @param isAlone whether they are all there is, and so few that no memory is to be saved: then as many as can be need no verifying
     */
    private LineIndex bits(List<Row> rows, Set<Integer> split, boolean isAlone) {
        List<RowSets> chosen = chosen(
                axes(rows, split, isAlone).stream()
                        .map(axis -> new RowSets(axis, rows, schema))
                        .toList(),
                rows.size(),
                isAlone);
        if (chosen.isEmpty()) {
            return inOrder(rows);
        }
        chosen.sort(Comparator.comparing((RowSets sets) -> !sets.axis().isGrid())
                .thenComparing(sets -> !sets.axis().isStepped()));
        return new BitRows(
                chosen.stream().map(RowSets::axis).toArray(Axis[]::new),
                chosen.stream().map(RowSets::words).toArray(long[][]::new),
                words(rows.size()),
                rows.stream().mapToInt(Row::line).toArray(),
                rows.stream()
                        .map(row -> isExact(row, chosen, split) ? null : tests(row))
                        .toArray(Tests[]::new));
    }

    /** The sets that pay: one after the other, the one that leaves the fewest rows to verify, until it costs more to look at than it saves. */
    private static List<RowSets> chosen(List<RowSets> all, int rows, boolean isAlone) {
        var chosen = new ArrayList<RowSets>();
        var left = new ArrayList<>(all);
        var shares = new double[rows];
        Arrays.fill(shares, 1);
        double verified = rows;
        while (!left.isEmpty() && chosen.size() < BitRows.MOST_AXES) {
            var best = left.stream()
                    .min(Comparator.comparingDouble(sets -> verified(sets, shares)))
                    .orElseThrow();
            double then = verified(best, shares);
            if (!isAlone && VERIFYING * (verified - then) < words(rows) + LOOKING_UP) {
                break;
            }
            chosen.add(best);
            left.remove(best);
            verified = then;
            for (int row = 0; row < rows; row++) {
                shares[row] *= best.share(row);
            }
        }
        return chosen;
    }

    /** The rows that would be verified, on average, with a set beside those whose shares are given. */
    private static double verified(RowSets sets, double[] shares) {
        double verified = 0;
        for (int row = 0; row < shares.length; row++) {
            verified += shares[row] * sets.share(row);
        }
        return verified;
    }

    private static int words(int rows) {
        return (rows + Long.SIZE - 1) / Long.SIZE;
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

    /** Each feature that a row tests, once. */
    private List<Axis> axes(List<Row> rows, Set<Integer> split, boolean isAlone) {
        var axes = new ArrayList<Axis>();
        if (!isAlone && rows.stream().anyMatch(row -> row.positions().containsKey(Row.BUCKET))) {
            axes.add(Axis.bucket());
        }
        for (int slot = 0; slot < schema.size(); slot++) {
            int tested = slot;
            if (!split.contains(slot)
                    && rows.stream()
                            .anyMatch(row -> row.positions().containsKey(tested)
                                    || row.ranges().containsKey(tested)
                                    || row.texts().containsKey(tested))) {
                axis(slot, rows, isAlone).ifPresent(axes::add);
            }
        }
        return axes;
    }

    private Optional<Axis> axis(int slot, List<Row> rows, boolean isAlone) {
        return switch (schema.feature(slot).type()) {
            case FeatureType.Flag(), FeatureType.OneOf _ ->
                positions(slot) <= Axis.MOST_REGIONS
                        ? Optional.of(Axis.positions(slot, positions(slot)))
                        : Optional.empty();
            case FeatureType.Quantity(var _, long least, long most) -> quantity(slot, rows, least, most, isAlone);
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

    /** The grid where it tells the rows apart about as well as the bounds themselves, unless these are told apart exactly. */
    private Optional<Axis> quantity(int slot, List<Row> rows, long least, long most, boolean isAlone) {
        long[] all = bounds(slot, rows, least, most);
        if (all.length == 0) {
            return Optional.empty();
        }
        long[] some = thinned(all, Axis.MOST_REGIONS - 1);
        var between = Axis.bounds(slot, some);
        if (isAlone) {
            return Optional.of(between);
        }
        var grid = Axis.grid(slot, all);
        return Optional.of(
                new RowSets(grid, rows, schema).met(some) <= GRID_WORSE * new RowSets(between, rows, schema).met(some)
                        ? grid
                        : between);
    }

    /** Where the ranges of rows begin, and where they have ended, in order. */
    private static long[] bounds(int slot, List<Row> rows, long least, long most) {
        var bounds = new TreeSet<Long>();
        for (Row row : rows) {
            Interval range = row.ranges().get(slot);
            if (range != null && range.least() > least) {
                bounds.add(range.least());
            }
            if (range != null && range.most() < most) {
                bounds.add(range.most() + 1);
            }
        }
        return bounds.stream().mapToLong(Long::longValue).toArray();
    }

    /** At most so many bounds, each for as many of those that were given. */
    private static long[] thinned(long[] bounds, int most) {
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
