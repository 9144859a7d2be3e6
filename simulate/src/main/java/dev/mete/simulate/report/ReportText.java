package dev.mete.simulate.report;

import dev.mete.engine.diagnostic.DisplayText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a report for people. Stateless, thread-safe. */
public final class ReportText {
    private static final int MOST_CHANGES = 20;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private ReportText() {}

    /** The report, line by line. */
    public static String of(SimulationReport report) {
        var text = new StringBuilder();
        TrafficReport traffic = report.traffic();
        text.append(FigureText.count(traffic.requests()))
                .append(traffic.requests() == 1 ? " request in " : " requests in ")
                .append(FigureText.count(traffic.lines()))
                .append(traffic.lines() == 1 ? " line of " : " lines of ")
                .append(DisplayText.of(traffic.name()))
                .append('\n');
        report.notes()
                .forEach(note ->
                        text.append("note: ").append(DisplayText.of(note)).append('\n'));
        text.append("prices of ").append(report.prices()).append(", catalog ").append(report.catalog());
        text.append(report.seeds() == 1 ? ", seed " : ", mean and 95 % interval of " + report.seeds() + " seeds from ")
                .append(report.seed())
                .append("\n\n");
        text.append(totals(report));
        report.contenders().forEach(contender -> text.append(busy(contender)));
        text.append(patience(report));
        report.comparisons().forEach(comparison -> text.append('\n').append(comparison(comparison)));
        report.contenders().stream()
                .filter(contender -> contender.kind() == ContenderReport.Kind.POLICY)
                .forEach(contender -> text.append('\n').append(groups(contender)));
        String unknown = report.contenders().stream().map(ReportText::unknown).collect(Collectors.joining());
        if (!unknown.isEmpty()) {
            text.append("\nnot known, and left out of the sums:\n").append(unknown);
        }
        text.append(broken(traffic));
        text.append("\nassumed:\n");
        report.assumptions().forEach(line -> text.append("  - ").append(line).append('\n'));
        return text.toString();
    }

    private static String totals(SimulationReport report) {
        var table = table("", "a request", "a day", "a year");
        for (ContenderReport contender : report.contenders()) {
            Group total = contender.total();
            var cells = new java.util.ArrayList<>(cells(contender.name(), total));
            boolean isKnown = total.unknown().costs() == 0 && total.requests().signum() > 0;
            cells.add(
                    isKnown && total.dollars() != null
                            ? FigureText.dollars(total.dollars().mean().divide(total.requests(), MathContext.DECIMAL64))
                            : "");
            Rate rate = contender.rate();
            cells.add(rate == null ? "" : FigureText.dollars(rate.dollarsPerDay()));
            cells.add(rate == null ? "" : FigureText.dollars(rate.dollarsPerYear()));
            table.line(cells);
        }
        return table.text("");
    }

    private static String busy(ContenderReport contender) {
        Rate rate = contender.rate();
        return rate == null || rate.slots().signum() == 0
                ? ""
                : "%s keeps %s GPUs of one's own and %s of their sequences busy on average%n"
                        .formatted(
                                DisplayText.of(contender.name()),
                                rate.gpus().toPlainString(),
                                rate.slots().toPlainString())
                        .replace("\r", "");
    }

    private static String patience(SimulationReport report) {
        var table = new Table(Stream.concat(Stream.of("latency, beside what callers wait"), Patience.labels().stream())
                .toArray(String[]::new));
        boolean isKnown = false;
        for (ContenderReport contender : report.contenders()) {
            if (contender.patience() != null) {
                isKnown = true;
                var cells = new java.util.ArrayList<>(List.of(DisplayText.of(contender.name())));
                contender
                        .patience()
                        .bands()
                        .forEach(band -> cells.add(band.share()
                                        .multiply(PERCENT)
                                        .setScale(1, java.math.RoundingMode.HALF_EVEN)
                                        .toPlainString()
                                + " %"));
                table.line(cells);
            }
        }
        return isKnown ? "\n" + table.text("") : "";
    }

    private static Table table(String first, String... more) {
        return new Table(Stream.concat(
                        Stream.of(
                                first,
                                "requests",
                                "dollars",
                                "thinking",
                                "visible",
                                "p50",
                                "p95",
                                "p99",
                                "late",
                                "cut off",
                                "wrong",
                                "cost of errors",
                                "GPU seconds"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** The figures of a group, from its name on. */
    private static List<String> cells(String name, Group group) {
        Latency latency = group.latency();
        return List.of(
                DisplayText.of(name),
                FigureText.count(group.requests()),
                known(group.dollars(), FigureText::dollars, group.unknown().costs()),
                known(group.thinkingTokens(), FigureText::count, group.unknown().tokens()),
                known(group.visibleTokens(), FigureText::count, group.unknown().tokens()),
                latency == null ? "" : FigureText.millis(latency.p50()),
                latency == null ? "" : FigureText.millis(latency.p95()),
                latency == null ? "" : FigureText.millis(latency.p99()),
                known(
                        group.misses(),
                        FigureText::count,
                        group.unknown().deadlines() + group.unknown().latencies()),
                known(group.cutOffs(), FigureText::count, group.unknown().tokens()),
                known(group.errors(), FigureText::count, group.unknown().errors()),
                known(group.errorDollars(), FigureText::dollars, group.unknown().errorCosts()),
                group.gpuSeconds().signum() == 0 ? "" : FigureText.count(group.gpuSeconds()));
    }

    /** What is unknown of some requests is at least the figure, and of all of them nothing. */
    private static String known(@Nullable Interval figure, Function<Interval, String> shown, long unknown) {
        return figure == null ? "" : (unknown > 0 ? "≥ " : "") + shown.apply(figure);
    }

    private static String comparison(Comparison comparison) {
        var text = new StringBuilder(DisplayText.of(comparison.after()));
        Interval saved = comparison.savedDollars();
        if (saved == null) {
            text.append(" and ")
                    .append(DisplayText.of(comparison.before()))
                    .append(
                            " cannot be compared by cost: it is not known of all requests of both, or one of them answers fewer\n");
        } else {
            boolean isMore = saved.mean().signum() < 0;
            String less = isMore ? " more" : " less";
            text.append(" costs ")
                    .append(FigureText.dollars(isMore ? saved.negated() : saved))
                    .append(less)
                    .append(" than ")
                    .append(DisplayText.of(comparison.before()));
            if (comparison.savedPercent() != null) {
                text.append(": ")
                        .append(comparison.savedPercent().abs().toPlainString())
                        .append(" %")
                        .append(less);
            }
            if (comparison.savedPerYear() != null) {
                text.append(", ")
                        .append(FigureText.dollars(comparison.savedPerYear().abs()))
                        .append(" a year");
            }
            text.append('\n');
        }
        text.append(fewer(comparison.savedErrors(), "are wrong"))
                .append(fewer(comparison.savedMisses(), "are late"))
                .append(fewer(comparison.savedCutOffs(), "are cut off"));
        if (comparison.changed() != null) {
            text.append(changes(comparison));
        }
        return text.toString();
    }

    private static String fewer(@Nullable Interval saved, String what) {
        if (saved == null || (saved.mean().signum() == 0 && !saved.isSpread())) {
            return "";
        }
        boolean isMore = saved.mean().signum() < 0;
        return "  " + FigureText.count(isMore ? saved.negated() : saved) + (isMore ? " more" : " fewer") + " answers "
                + what + "\n";
    }

    private static String changes(Comparison comparison) {
        var text = new StringBuilder("  " + FigureText.count(Objects.requireNonNull(comparison.changed()))
                + " requests get another model or effort\n");
        var table = new Table("before", "after", "requests", "saved");
        comparison.changes().stream()
                .limit(MOST_CHANGES)
                .forEach(change -> table.line(List.of(
                        plan(change.ruleBefore(), change.planBefore()),
                        plan(change.ruleAfter(), change.planAfter()),
                        FigureText.count(change.requests()),
                        change.savedDollars() == null ? "" : FigureText.dollars(change.savedDollars()))));
        if (!comparison.changes().isEmpty()) {
            text.append(table.text("    "));
        }
        int more = comparison.changes().size() - MOST_CHANGES;
        if (more > 0) {
            text.append("    and ").append(more).append(" more pairs of rules; the JSON form tells all\n");
        }
        return text.toString();
    }

    private static String plan(String rule, String plan) {
        return DisplayText.of(rule.isEmpty() ? plan : plan.isEmpty() ? rule : "\"" + rule + "\" " + plan);
    }

    private static String groups(ContenderReport contender) {
        var text = new StringBuilder(DisplayText.of(contender.name()) + "\n");
        text.append(groups("by bucket", contender.byBucket(), contender.total()));
        text.append(groups("by rule", contender.byRule(), contender.total()));
        text.append(groups("by model", contender.byModel(), contender.total()));
        text.append(groups("by tenant", contender.byTenant(), contender.total()));
        if (!contender.rulesNeverHit().isEmpty()) {
            text.append("  decided nothing: ")
                    .append(contender.rulesNeverHit().stream()
                            .map(rule -> DisplayText.of("`" + rule + "`"))
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String groups(String by, List<Group> groups, Group total) {
        if (groups.isEmpty()) {
            return "";
        }
        var table = table(by, "share");
        for (Group group : groups) {
            var cells = new java.util.ArrayList<>(cells(group.name(), group));
            cells.add(share(group.requests(), total.requests()));
            table.line(cells);
        }
        return table.text("  ");
    }

    private static String share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? ""
                : part.multiply(PERCENT)
                                .divide(whole, 1, java.math.RoundingMode.HALF_EVEN)
                                .toPlainString()
                        + " %";
    }

    private static String unknown(ContenderReport contender) {
        Unknown unknown = contender.total().unknown();
        String figures = Stream.of(
                        figure(unknown.costs(), "the cost"),
                        figure(unknown.tokens(), "the tokens"),
                        figure(unknown.latencies(), "the latency"),
                        figure(unknown.errors(), "the probability of an error"),
                        figure(unknown.errorCosts(), "the cost of an error"),
                        figure(unknown.deadlines(), "the deadline"),
                        answer(contender.refused(), "no model could take "),
                        answer(contender.failed(), "the policy failed at "))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        return figures.isEmpty() ? "" : "  " + DisplayText.of(contender.name()) + ": " + figures + "\n";
    }

    private static @Nullable String figure(long requests, String what) {
        return requests == 0
                ? null
                : what + " of " + FigureText.count(requests) + (requests == 1 ? " request" : " requests");
    }

    private static @Nullable String answer(long requests, String what) {
        return requests == 0 ? null : what + FigureText.count(requests) + (requests == 1 ? " request" : " requests");
    }

    private static String broken(TrafficReport traffic) {
        if (traffic.broken() == 0) {
            return "";
        }
        var text = new StringBuilder("\n" + FigureText.count(traffic.broken())
                + (traffic.broken() == 1 ? " line was" : " lines were") + " left out:\n");
        traffic.firstBroken()
                .forEach(line -> text.append("  line ")
                        .append(line.line())
                        .append(": ")
                        .append(DisplayText.of(line.reason()))
                        .append('\n'));
        if (traffic.broken() > traffic.firstBroken().size()) {
            text.append("  and ")
                    .append(FigureText.count(
                            traffic.broken() - traffic.firstBroken().size()))
                    .append(" more\n");
        }
        return text.toString();
    }
}
