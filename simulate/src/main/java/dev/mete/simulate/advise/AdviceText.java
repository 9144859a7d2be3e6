package dev.mete.simulate.advise;

import dev.mete.engine.diagnostic.DisplayText;
import dev.mete.simulate.report.FigureText;
import java.util.List;

/** Writes advice for people: what is worth most first. Stateless, thread-safe. */
public final class AdviceText {
    private AdviceText() {}

    /** The whole text. */
    public static String of(Advice advice) {
        var text = new StringBuilder();
        head(text, advice);
        if (!advice.isAdvice()) {
            text.append("\nnothing to advise: the log shows no effort, cap or deadline that is worth a change\n");
        }
        list(
                text,
                "to change",
                advice.findings().stream()
                        .filter(finding -> finding.kind().isAdvice())
                        .toList());
        list(
                text,
                "to leave, or to find out",
                advice.findings().stream()
                        .filter(finding -> !finding.kind().isAdvice())
                        .toList());
        return text.toString();
    }

    private static void head(StringBuilder text, Advice advice) {
        text.append(DisplayText.of(advice.log().name()))
                .append(": ")
                .append(FigureText.count(advice.log().requests()))
                .append(" calls");
        if (advice.first() != null) {
            text.append(" from ").append(advice.first()).append(" to ").append(advice.last());
        }
        text.append(
                advice.callsPerDay() == null
                        ? "; money is of the whole log, since calls a day are unknown (--per-day tells them)\n"
                        : "; money is at " + FigureText.count(advice.callsPerDay()) + " calls a day\n");
        text.append("prices of ").append(advice.pricesOf()).append('\n');
        if (advice.unpriced() > 0) {
            text.append(FigureText.count(advice.unpriced()))
                    .append(" calls have no price: tokens, model or prices are unknown\n");
        }
        if (advice.comparisons() > 0) {
            text.append(
                    advice.comparisons() == 1
                            ? "intervals are of 95 %, each on its own\n"
                            : "intervals are of 95 %; those of " + FigureText.count(advice.comparisons())
                                    + " comparisons of plans hold together (Bonferroni), all others each on its own\n");
        }
        if (advice.log().broken() > 0) {
            text.append(FigureText.count(advice.log().broken()))
                    .append(advice.log().broken() == 1 ? " line was" : " lines were")
                    .append(" left out:\n");
            advice.log()
                    .firstBroken()
                    .forEach(line -> text.append("  line ")
                            .append(line.line())
                            .append(": ")
                            .append(DisplayText.of(line.reason()))
                            .append('\n'));
        }
    }

    private static void list(StringBuilder text, String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append('\n');
        int place = 1;
        for (Finding finding : findings) {
            text.append("%3d. rule \"%s\": %s%n"
                    .formatted(place++, DisplayText.of(finding.rule()), DisplayText.of(finding.says()))
                    .replace("\r", ""));
            money(text, finding);
            finding.because()
                    .forEach(line ->
                            text.append("     ").append(DisplayText.of(line)).append('\n'));
        }
    }

    private static void money(StringBuilder text, Finding finding) {
        if (finding.money() == null) {
            return;
        }
        String verb = finding.kind() == Finding.Kind.LOWER ? "saves " : "spent on such answers: ";
        text.append("     ").append(verb);
        if (finding.perDay() == null || finding.perYear() == null) {
            text.append(span(finding.money())).append(" over the log\n");
        } else {
            text.append(span(finding.perDay()))
                    .append(" a day, ")
                    .append(span(finding.perYear()))
                    .append(" a year\n");
        }
    }

    private static String span(Span span) {
        String estimate = FigureText.dollars(span.estimate());
        return span.low().compareTo(span.high()) == 0
                ? estimate
                : estimate + " (" + FigureText.dollars(span.low()) + " to " + FigureText.dollars(span.high()) + ")";
    }
}
