package dev.mete.prove;

import dev.mete.engine.task.Task;
import dev.mete.prove.search.Answer;
import dev.mete.prove.search.Leaf;
import dev.mete.prove.search.Search;
import dev.mete.prove.search.Witness;
import dev.mete.prove.space.Axis;
import dev.mete.prove.space.Cells;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Point;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Simplify;
import dev.mete.prove.space.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds tasks in regions as large as can be, one region after the other. Not thread-safe. */
public final class Regions {
    private final Space space;
    private final Search search;
    private final Witness witness;
    private final List<List<Formula>> bucketLines;
    private final List<Formula> buckets;
    private final List<Formula> sought;
    private final Formula unsought;
    private final Formula notAlso;
    private final List<Formula> left = new ArrayList<>();
    private final boolean isByBuckets;
    private boolean isAll;

    /**
     * Looks for tasks.
     *
     * @param policies the lines of the policies whose buckets are told apart
     * @param sought what the tasks of a region meet, in words of the policy
     * @param also what they meet too, which the words for a region may leave open
     * @param isByBuckets whether regions may be told by their buckets
     */
    public Regions(
            Space space, Search search, List<Lines> policies, List<Formula> sought, Formula also, boolean isByBuckets) {
        this.isByBuckets = isByBuckets;
        this.space = space;
        this.search = search;
        this.witness = new Witness(space);
        this.bucketLines = policies.stream().map(Lines::bucketLines).toList();
        this.buckets =
                policies.stream().flatMap(lines -> lines.buckets().stream()).toList();
        this.sought = List.copyOf(sought);
        this.unsought = space.not(Formula.all(sought));
        // what holds of all tasks is left out once, not at every search
        var simplify = new Simplify(Region.all(space));
        this.notAlso = simplify.formula(space.not(also));
        left.addAll(buckets);
        left.addAll(sought);
        left.add(simplify.formula(also));
    }

    /**
     * A region.
     *
     * @param rest what its tasks meet beside: comparisons that mix features
     * @param isEach whether each of these tasks is sought, also by what the words leave open
     * @param witness the plainest of those that are
     */
    public record Found(Region region, List<Formula> rest, boolean isEach, Task witness) {
        public Found {
            rest = List.copyOf(rest);
        }
    }

    /** The next region, whose tasks may be in earlier ones too; nothing where none is found. */
    public Optional<Found> next() {
        return switch (search.find(Region.all(space), left)) {
            case Answer.None _ -> {
                isAll = true;
                yield Optional.empty();
            }
            case Answer.NotDecided() -> Optional.empty();
            case Answer.Found(Leaf leaf) -> {
                Found found = around(leaf);
                left.add(outside(found.region(), found.rest()));
                yield Optional.of(found);
            }
        };
    }

    /** Whether no task is left, for certain. */
    public boolean isAll() {
        return isAll;
    }

    private Found around(Leaf leaf) {
        Task task = witness.of(leaf);
        Region narrow = Point.ofEach(space, task, bucketLines).region();
        var rest = Stream.concat(buckets.stream(), sought.stream())
                .map(narrow::left)
                .filter(formula -> !formula.equals(Formula.YES))
                .distinct()
                .toList();
        boolean isEach = !isAny(narrow, rest, notAlso);
        Predicate<Region> hasOthers =
                region -> isAny(region, rest, unsought) || (isEach && isAny(region, rest, notAlso));
        return new Found(widened(narrow, hasOthers), rest, isEach, task);
    }

    private boolean isAny(Region region, List<Formula> rest, Formula others) {
        var formulas = new ArrayList<>(buckets);
        formulas.addAll(rest);
        formulas.add(others);
        return !search.isNone(region, formulas);
    }

    private Formula outside(Region region, List<Formula> rest) {
        var parts = new ArrayList<Formula>();
        for (int axis = 0; axis < space.axes().size(); axis++) {
            Cells others = space.all(axis).minus(region.cells(axis));
            if (!others.isEmpty()) {
                parts.add(new Formula.Test(axis, others));
            }
        }
        rest.forEach(formula -> parts.add(space.not(formula)));
        return Formula.any(parts);
    }

    /** The region as large as can be, by its buckets where that says more in fewer words, else by features alone. */
    private Region widened(Region narrow, Predicate<Region> hasOthers) {
        return (isByBuckets ? Stream.of(byBuckets(narrow), byFeatures(narrow)) : Stream.of(byFeatures(narrow)))
                .filter(hasOthers.negate())
                .map(region -> spread(region, hasOthers))
                .min(Comparator.comparingInt(Regions::asked))
                .orElseGet(() -> byFeatures(narrow));
    }

    private Region byFeatures(Region narrow) {
        Region region = narrow;
        for (int axis = space.bucketLines(); axis < space.bucketLines() + bucketLines.size(); axis++) {
            region = region.with(axis, space.all(axis));
        }
        return region;
    }

    private Region byBuckets(Region narrow) {
        Region region = narrow;
        for (int axis = space.bucketLines(); axis < space.bucketLines() + bucketLines.size(); axis++) {
            var lines = (Axis.BucketLines) space.axes().get(axis);
            region = region.with(axis, lines.to(lines.of(region.cells(axis))));
        }
        return region;
    }

    /** Of how many axes a region leaves cells out. */
    private static int asked(Region region) {
        return (int) IntStream.range(0, region.space().axes().size())
                .filter(axis -> !region.cells(axis).hasAll(region.space().all(axis)))
                .count();
    }

    /** The region without what it asks of features that make no difference, then with as many values of each as can be. */
    private Region spread(Region region, Predicate<Region> hasOthers) {
        Region wide = region;
        for (int axis = 0; axis < space.bucketLines(); axis++) {
            Region free = wide.with(axis, space.all(axis));
            wide = hasOthers.test(free) ? wide : free;
        }
        for (int axis = 0; axis < space.bucketLines(); axis++) {
            wide = spread(wide, axis, space.all(axis).minus(wide.cells(axis)), hasOthers);
        }
        return wide;
    }

    /** The region with as many more cells of an axis as can be. */
    private static Region spread(Region region, int axis, Cells more, Predicate<Region> hasOthers) {
        if (more.isEmpty()) {
            return region;
        }
        Region wide = region.with(axis, region.cells(axis).or(more));
        if (!hasOthers.test(wide)) {
            return wide;
        }
        if (more.size() == 1) {
            return region;
        }
        int middle = (more.first() + more.last() + 1) / 2;
        Cells low = more.and(Cells.range(0, middle));
        Region lower = spread(region, axis, low, hasOthers);
        return spread(lower, axis, more.minus(low), hasOthers);
    }
}
