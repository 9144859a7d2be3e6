package dev.mete.prove.search;

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
}
