package dev.mete.cli;

import dev.mete.prove.cover.Coverage;
import dev.mete.prove.cover.Goal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tests reach of a policy, for people. */
final class ShowCoverage {
    private static final List<Goal.Kind> LINES =
            List.of(Goal.Kind.RULE, Goal.Kind.BUCKET_LINE, Goal.Kind.FALLBACK, Goal.Kind.LIMIT);
    private static final List<Goal.Kind> SIDES = List.of(Goal.Kind.TRUE, Goal.Kind.FALSE);

    private ShowCoverage() {}

    static String of(String policy, Coverage coverage, Palette palette) {
        String parts = Stream.concat(
                        LINES.stream().map(kind -> part(kind.plural(), coverage.part(List.of(kind)))),
                        Stream.of(part("sides of conditions", coverage.part(SIDES))))
                .collect(Collectors.joining(", "));
        var text =
                new StringBuilder(palette.bold(policy) + ": " + percent(coverage.all()) + " covered: " + parts + "\n");
        for (Goal goal : coverage.missing()) {
            text.append("  ")
                    .append(palette.dim(place(goal)))
                    .append("  ")
                    .append(goal.missing())
                    .append('\n');
        }
        return text.toString();
    }

    /** The file and the line of a goal. */
    static String place(Goal goal) {
        return goal.span().source().name() + ":" + goal.span().position().line();
    }

    private static String part(String name, Coverage.Part part) {
        return name + " " + part.reached() + " of " + part.all();
    }

    /** A share with one place. */
    static String percent(Coverage.Part part) {
        return String.format(Locale.ROOT, "%.1f %%", part.percent());
    }
}
