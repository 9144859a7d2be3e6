package dev.mete.engine.json.imports;

import dev.mete.engine.diagnostic.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The models of a price map, in the order of its file. Immutable. */
public final class PriceMapModels {
    private final PriceMap form;
    private final List<Found> all;

    PriceMapModels(PriceMap form, List<Found> all) {
        this.form = form;
        this.all = List.copyOf(all);
    }

    /** The form that they were read from. */
    public PriceMap form() {
        return form;
    }

    /** How many entries the file has. */
    public int size() {
        return all.size();
    }

    /** The models whose id, or whose name in the file, fits one of the patterns; a star stands for any signs. All where there is no pattern. */
    public PriceMapModels matching(List<String> patterns) {
        if (patterns.isEmpty()) {
            return this;
        }
        var tests = patterns.stream().map(PriceMapModels::pattern).toList();
        return new PriceMapModels(
                form,
                all.stream()
                        .filter(found -> names(found)
                                .anyMatch(name -> tests.stream()
                                        .anyMatch(test -> test.matcher(name).matches())))
                        .toList());
    }

    /** The name that a pattern most likely meant. */
    public Optional<String> nearest(String written) {
        return NearestName.of(
                written, all.stream().flatMap(PriceMapModels::names).toList());
    }

    List<Found> all() {
        return all;
    }

    private static Stream<String> names(Found found) {
        return switch (found) {
            case Found.Other other -> Stream.of(other.key());
            case Found.Model model -> Stream.of(model.key(), model.identity().id());
        };
    }

    private static Pattern pattern(String written) {
        return Pattern.compile(
                Stream.of(written.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
