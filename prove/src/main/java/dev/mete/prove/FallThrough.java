package dev.mete.prove;

import dev.mete.prove.search.Answer;
import dev.mete.prove.search.Leaf;
import dev.mete.prove.search.Search;
import dev.mete.prove.search.Witness;
import dev.mete.prove.space.Cells;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import dev.mete.prove.words.RegionText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the tasks for which no rule holds, in regions as large as can be. Not thread-safe. */
public final class FallThrough {
    private final Lines lines;
    private final Search apart;
    private final Search search;
    private final Witness witness;
    private final RegionText text;

    FallThrough(Lines lines, Search apart, Search search, Witness witness) {
        this.lines = lines;
        this.apart = apart;
        this.search = search;
        this.witness = witness;
        this.text = new RegionText(lines.space());
    }

    /**
     * Regions of tasks that no rule takes, the largest first.
     *
     * @param regions the regions; they may have tasks in common
     * @param isAll whether there are no such tasks beside
     */
    public record Found(List<Fallen> regions, boolean isAll) {
        public Found {
            regions = List.copyOf(regions);
        }
    }

    /** At most so many regions. */
    Found find(int most) {
        var found = new ArrayList<Fallen>();
        var formulas = new ArrayList<>(lines.rule(lines.rules()));
        formulas.addAll(lines.noRuleBefore(lines.rules()));
        Region all = Region.all(lines.space());
        while (found.size() < most) {
            switch (apart.find(all, formulas)) {
                case Answer.None _ -> {
                    return new Found(sorted(found), true);
                }
                case Answer.NotDecided() -> {
                    return new Found(sorted(found), false);
                }
                case Answer.Found(Leaf leaf) -> {
                    Region region = leaf.rest().isEmpty() ? widened(leaf.region()) : leaf.region();
                    found.add(new Fallen(text.of(region, leaf.rest()), Share.of(region), witness.of(leaf)));
                    formulas.add(outside(region, leaf.rest()));
                }
            }
        }
        boolean isAll = search.find(all, formulas) instanceof Answer.None;
        return new Found(sorted(found), isAll);
    }

    private static List<Fallen> sorted(List<Fallen> found) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Fallen::share).reversed())
                .toList();
    }

    private Formula outside(Region region, List<Formula> rest) {
        var parts = new ArrayList<Formula>();
        for (int axis = 0; axis < lines.space().axes().size(); axis++) {
            Cells others = lines.space().all(axis).minus(region.cells(axis));
            if (!others.isEmpty()) {
                parts.add(new Formula.Test(axis, others));
            }
        }
        rest.forEach(formula -> parts.add(lines.space().not(formula)));
        return Formula.any(parts);
    }

    /** The region as large as can be, by its bucket where that says more in fewer words, else by features alone. */
    private Region widened(Region region) {
        int axis = lines.space().bucketLines();
        // the features of a leaf say which bucket line holds
        Region byFeatures = spread(region.with(axis, lines.space().all(axis)));
        Region byBucket = region.with(axis, lines.linesToBucketOf(region.cells(axis)));
        if (takesAny(byBucket)) {
            return byFeatures;
        }
        Region spread = spread(byBucket);
        return asked(spread) < asked(byFeatures) ? spread : byFeatures;
    }

    private boolean takesAny(Region region) {
        return !(search.find(region, lines.with(lines.anyRule())) instanceof Answer.None);
    }

    /** Of how many axes a region leaves cells out. */
    private static int asked(Region region) {
        return (int) IntStream.range(0, region.space().axes().size())
                .filter(axis -> !region.cells(axis).hasAll(region.space().all(axis)))
                .count();
    }

    /** The region without what it asks of features that make no difference, then with each range as wide as can be. */
    private Region spread(Region region) {
        Region wide = region;
        int features = lines.space().bucketLines();
        for (int axis = 0; axis < features; axis++) {
            wide = unlessTaken(wide, axis, lines.space().all(axis));
        }
        for (int axis = 0; axis < features; axis++) {
            for (int cell = 0; cell < lines.space().axes().get(axis).cells(); cell++) {
                if (!wide.cells(axis).has(cell)) {
                    wide = unlessTaken(wide, axis, wide.cells(axis).or(Cells.only(cell)));
                }
            }
        }
        return wide;
    }

    private Region unlessTaken(Region region, int axis, Cells cells) {
        Region wide = region.with(axis, cells);
        return wide == region || takesAny(wide) ? region : wide;
    }
}
