package dev.mete.dsl.format;

import dev.mete.dsl.format.Fill.Stretch;
import dev.mete.dsl.parse.Lexeme.Kind;
import dev.mete.dsl.syntax.Choice;
import dev.mete.dsl.syntax.PlanLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lays out rules, {@code otherwise} and tests: a line for each of their parts, and for each plan of a choice. */
final class LayOutPlans {
    private static final int INDENT = 2;
    private static final Set<Kind> OF_RULES = EnumSet.of(Kind.WHEN, Kind.THEN, Kind.FALLBACK, Kind.WHERE);
    private static final Set<Kind> OF_TESTS = EnumSet.of(Kind.GIVEN, Kind.EXPECT);

    private final Script script;
    private final Page page;
    private final Fill fill;
    private final Rows rows;

    LayOutPlans(Script script, Page page, Fill fill, Rows rows) {
        this.script = script;
        this.page = page;
        this.fill = fill;
        this.rows = rows;
    }

    void rule(int from, int to, Choice choice) {
        parts(from, to, choice, INDENT);
    }

    void otherwise(int from, int to, Choice choice) {
        parts(from, to, choice, 0);
    }

    void test(int from, int to) {
        int start = from;
        while (start < to) {
            int end = next(start, to, OF_TESTS);
            int indent = open(start, from, INDENT);
            boolean isHeader = start == from;
            fill.write(Stretch.of(start, end, indent).below(isHeader ? Row.NONE : start + 1));
            start = end;
        }
    }

    /**
     * The parts of a rule or of what stands for it.
     *
     * @param indent of the part that has the choice
     */
    private void parts(int from, int to, Choice choice, int indent) {
        int start = from;
        while (start < to) {
            int end = next(start, to, OF_RULES);
            boolean isWhere = script.kind(start) == Kind.WHERE;
            int partIndent = open(start, from, isWhere ? indent + 2 : INDENT);
            int place = start;
            if (choice instanceof Choice.Several several
                    && isWithin(several.plans().getFirst(), place, end)) {
                candidates(start, end, partIndent, several.plans());
            } else {
                fill.write(Stretch.of(start, end, partIndent));
            }
            start = end;
        }
    }

    private boolean isWithin(PlanLine plan, int from, int to) {
        int at = script.at(plan.span().start());
        return from < at && at < to;
    }

    /** Writes the comments before a part that is not the first; returns its indent. */
    private int open(int start, int first, int indent) {
        if (start == first) {
            return 0;
        }
        script.before(start).forEach(comment -> page.comment(indent, comment));
        return indent;
    }

    private int next(int from, int to, Set<Kind> kinds) {
        int at = from + 1;
        while (at < to && !kinds.contains(script.kind(at))) {
            at++;
        }
        return at;
    }

    private void candidates(int from, int to, int indent, List<PlanLine> plans) {
        List<Integer> starts =
                plans.stream().map(plan -> script.at(plan.span().start())).toList();
        fill.write(Stretch.of(from, starts.getFirst(), indent));
        int columns = sameSettings(plans);
        for (int number = 0; number < plans.size(); number++) {
            int start = starts.get(number);
            int end = number + 1 < plans.size() ? starts.get(number + 1) : to;
            rows.add(
                    new Row(start, end, false, columns(plans.get(number), columns), Row.NONE, Row.NONE),
                    () -> script.before(start).forEach(comment -> page.comment(indent + 4, comment)));
        }
        rows.write(indent + 4);
    }

    private List<Integer> columns(PlanLine plan, int count) {
        return plan.settings().stream()
                .limit(count)
                .map(setting -> script.at(setting.span().start()))
                .toList();
    }

    /** How many settings, from the first on, are the same in all plans that have so many. */
    private static int sameSettings(List<PlanLine> plans) {
        var names = new ArrayList<String>();
        int same = Integer.MAX_VALUE;
        for (PlanLine plan : plans) {
            for (int at = 0; at < plan.settings().size(); at++) {
                String name = plan.settings().get(at).name().text();
                if (at == names.size()) {
                    names.add(name);
                } else if (!names.get(at).equals(name)) {
                    same = Math.min(same, at);
                }
            }
        }
        return Math.min(same, names.size());
    }
}
