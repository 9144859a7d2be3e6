package dev.mete.prove.search;

import dev.mete.prove.space.Axis;
import dev.mete.prove.space.Cells;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Tasks that meet all formulas of a search: those of a region that also meet what is left of the formulas, of which there is at least one.
 *
 * @param rest what does not follow from the region: comparisons that mix features
 * @param numbers of a task that meets the rest, by axis; other axes are free
 */
public record Leaf(Region region, List<Formula> rest, Map<Integer, BigInteger> numbers) {
    public Leaf {
        rest = List.copyOf(rest);
        numbers = Map.copyOf(numbers);
    }

    /** The leaf without the cells that its numbers do not lie in; texts are as the region has them, since none of their tests is left open. */
    Leaf narrowed() {
        Region narrowed = region;
        for (var number : numbers.entrySet()) {
            int axis = number.getKey();
            BigInteger value = number.getValue();
            narrowed = switch (region.space().axes().get(axis)) {
                case Axis.Ranges ranges -> narrowed.with(axis, Cells.only(ranges.cell(value.longValueExact())));
                case Axis.Positions _, Axis.Member _, Axis.Given _, Axis.BucketLines _ ->
                    narrowed.with(axis, Cells.only(value.intValueExact()));
                case Axis.Texts _, Axis.Match _ -> narrowed;
            };
        }
        return new Leaf(narrowed, rest, numbers);
    }
}
