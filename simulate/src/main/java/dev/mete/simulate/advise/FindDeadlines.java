package dev.mete.simulate.advise;

import static dev.mete.simulate.advise.CompareEfforts.points;

import dev.mete.simulate.advise.Finding.Kind;
import dev.mete.simulate.report.FigureText;
import java.util.ArrayList;
import java.util.Optional;

/** Finds deadlines that retries cannot meet, and answers that came too late. */
final class FindDeadlines {
    private static final double ALPHA = 0.05;
    private static final double TOO_OFTEN = 0.01;

    private FindDeadlines() {}

    static Optional<Finding> of(Group group, int attempts) {
        Span late = group.timed == 0 ? null : Span.share(group.late.calls(), group.timed, ALPHA);
        boolean isLate = late != null && late.lowest() > TOO_OFTEN;
        if (group.unmeetable == 0 && !isLate) {
            return Optional.empty();
        }
        var because = new ArrayList<String>();
        if (group.unmeetable > 0) {
            because.add("for %s of %s calls: up to %s, and a caller waits as little as %s"
                    .formatted(
                            FigureText.count(group.unmeetable),
                            FigureText.count(group.deadlines),
                            FigureText.millis(group.longestMillis),
                            FigureText.millis(group.tightestMillis)));
        }
        if (late != null) {
            because.add("%s of %s answers came too late: %s %% (%s to %s)"
                    .formatted(
                            FigureText.count(group.late.calls()),
                            FigureText.count(group.timed),
                            points(late.value()),
                            points(late.lowest()),
                            points(late.highest())));
        }
        String says = group.unmeetable > 0
                ? "the timeouts of %s outlast what callers wait: %d attempts at it and each fallback take longer"
                        .formatted(group.key.plan(), attempts)
                : "answers of %s come too late".formatted(group.key.plan());
        Span money = late == null ? null : FindCaps.spent(group, group.late, late, group.timed);
        return Optional.of(Finding.of(Kind.DEADLINE, group, null, money, says, because));
    }
}
