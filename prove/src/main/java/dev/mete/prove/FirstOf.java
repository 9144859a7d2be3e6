package dev.mete.prove;

import dev.mete.prove.search.Answer;
import dev.mete.prove.search.Search;
import dev.mete.prove.search.Witness;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds out whether any task comes to a line that counts only where none before it holds. */
final class FirstOf {
    /** With more lines than this, which of them are needed is told as far as the search shows it. */
    private static final int MOST_TRIED = 64;

    private final Region all;
    private final Search search;
    private final Witness witness;

    FirstOf(Region all, Search search, Witness witness) {
        this.all = all;
        this.search = search;
        this.witness = witness;
    }

    /**
     * Whether a task comes to a line.
     *
     * @param holds what holds of a task for which the line holds
     * @param noneBefore of each earlier line, that it does not hold
     */
    Reached reached(List<Formula> holds, List<Formula> noneBefore) {
        var before = IntStream.range(0, noneBefore.size()).boxed().toList();
        return switch (find(holds, noneBefore, before)) {
            case Answer.Found(var leaf) -> new Reached.By(witness.of(leaf));
            case Answer.None none -> new Reached.Never(needed(holds, noneBefore, covering(none, holds.size(), before)));
            case Answer.NotDecided() -> new Reached.NotDecided();
        };
    }

    private Answer find(List<Formula> holds, List<Formula> noneBefore, List<Integer> before) {
        var formulas = new ArrayList<>(holds);
        before.forEach(line -> formulas.add(noneBefore.get(line)));
        return search.find(all, formulas);
    }

    private static List<Integer> covering(Answer.None none, int held, List<Integer> before) {
        return none.of().stream()
                .filter(place -> place >= held)
                .mapToObj(place -> before.get(place - held))
                .toList();
    }

    /** The lines without those that the others make up for, the last ones first. */
    private List<Integer> needed(List<Formula> holds, List<Formula> noneBefore, List<Integer> covering) {
        List<Integer> needed = covering;
        if (covering.size() > MOST_TRIED) {
            return needed;
        }
        for (int line : covering.reversed()) {
            var without = needed.stream().filter(other -> other != line).toList();
            if (needed.contains(line) && find(holds, noneBefore, without) instanceof Answer.None none) {
                needed = covering(none, holds.size(), without);
            }
        }
        return needed;
    }
}
