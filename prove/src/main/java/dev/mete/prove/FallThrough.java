package dev.mete.prove;

import dev.mete.prove.search.Search;
import dev.mete.prove.space.Formula;
import dev.mete.prove.words.RegionText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the tasks for which no rule holds, in regions as large as can be. Not thread-safe. */
public final class FallThrough {
    private final Lines lines;
    private final Search search;
    private final RegionText text;

    FallThrough(Lines lines, Search search) {
        this.lines = lines;
        this.search = search;
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
        var regions = new Regions(
                lines.space(), search, List.of(lines), lines.noRuleBefore(lines.rules()), Formula.YES, true);
        for (var region = regions.next(); region.isPresent(); region = regions.next()) {
            if (found.size() == most) {
                return new Found(sorted(found), false);
            }
            region.map(this::fallen).ifPresent(found::add);
        }
        return new Found(sorted(found), regions.isAll());
    }

    private Fallen fallen(Regions.Found found) {
        return new Fallen(text.of(found.region(), found.rest()), Share.of(found.region()), found.witness());
    }

    private static List<Fallen> sorted(List<Fallen> found) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Fallen::share).reversed())
                .toList();
    }
}
