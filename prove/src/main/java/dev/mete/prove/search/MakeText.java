package dev.mete.prove.search;

import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.FeatureType;
import dev.mete.prove.space.Axis;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes texts that have all parts of theirs that a region asks for and none that it forbids. Exact but for texts longer than there can be: what begins with all
 * beginnings, has all parts between marks that no part contains, and ends with all ends, has no part that it was not given.
 */
final class MakeText {
    private final Space space;
    private final Map<Integer, List<Integer>> matches = new HashMap<>();

    MakeText(Space space) {
        this.space = space;
        for (int axis = 0; axis < space.axes().size(); axis++) {
            if (space.axes().get(axis) instanceof Axis.Match match) {
                matches.computeIfAbsent(match.slot(), _ -> new ArrayList<>()).add(axis);
            }
        }
    }

    /** Whether there are texts, and sets small enough, for all features. */
    boolean canBe(Region region) {
        return matches.keySet().stream().allMatch(slot -> text(region, slot).isPresent()) && areSetsSmall(region);
    }

    private boolean areSetsSmall(Region region) {
        var members = new HashMap<Integer, Integer>();
        for (int axis = 0; axis < space.axes().size(); axis++) {
            if (space.axes().get(axis) instanceof Axis.Member(int slot, var _)
                    && !region.cells(axis).has(0)) {
                members.merge(slot, 1, Integer::sum);
            }
        }
        return members.values().stream().allMatch(count -> count <= FeatureType.LARGEST_SET);
    }

    /** A text for a feature: a plain one where it can be. */
    Optional<String> text(Region region, int slot) {
        int axis = space.axis(slot);
        var texts = (Axis.Texts) space.axes().get(axis);
        var cells = region.cells(axis);
        int preferred = Preferred.cell(space, axis, cells);
        return Stream.concat(
                        Stream.of(preferred),
                        IntStream.range(0, texts.cells()).filter(cells::has).boxed())
                .flatMap(cell -> (cell == texts.others()
                                ? others(region, texts)
                                : Stream.of(texts.named().get(cell)))
                        .filter(fits(region, slot)))
                .findFirst();
    }

    private Stream<String> others(Region region, Axis.Texts texts) {
        var asked = asked(region, texts.slot());
        String first = longest(asked, TextMatch.STARTS_WITH);
        String last = longest(asked, TextMatch.ENDS_WITH);
        var inner = asked.stream()
                .filter(match -> match.match() == TextMatch.CONTAINS)
                .map(Axis.Match::text)
                .toList();
        String joined = String.join("", inner);
        String mark = mark(texts);
        String certain = first + mark + String.join(mark, inner) + mark + last;
        return Stream.of("", "other", first + joined + last, first + last, first + "other" + last, certain)
                .filter(text -> !texts.named().contains(text))
                .filter(FeatureType::isShortEnough);
    }

    /** A character that is in none of the texts that a feature is asked for. */
    private String mark(Axis.Texts texts) {
        var all = new ArrayList<>(texts.named());
        for (int axis : matches.getOrDefault(texts.slot(), List.of())) {
            all.add(((Axis.Match) space.axes().get(axis)).text());
        }
        return IntStream.concat("-_./ ~".chars(), IntStream.rangeClosed('a', 0xD7FF))
                .filter(mark -> all.stream().allMatch(text -> text.indexOf(mark) < 0))
                .mapToObj(Character::toString)
                .findFirst()
                .orElseThrow();
    }

    private List<Axis.Match> asked(Region region, int slot) {
        return matches.getOrDefault(slot, List.of()).stream()
                .filter(axis -> !region.cells(axis).has(0))
                .map(axis -> (Axis.Match) space.axes().get(axis))
                .toList();
    }

    private static String longest(List<Axis.Match> asked, TextMatch where) {
        return asked.stream()
                .filter(match -> match.match() == where)
                .map(Axis.Match::text)
                .reduce("", (one, other) -> other.length() > one.length() ? other : one);
    }

    private Predicate<String> fits(Region region, int slot) {
        return text -> matches.getOrDefault(slot, List.of()).stream().allMatch(axis -> {
            var match = (Axis.Match) space.axes().get(axis);
            return region.cells(axis).has(match.match().holds(text, match.text()) ? 1 : 0);
        });
    }
}
