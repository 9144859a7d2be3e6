package dev.mete.cli;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.Hosting;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.ThinkingLengths;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** What was measured of a model, by effort, for people. Immutable. */
final class ShowMeasures {
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
    private static final List<Integer> QUANTILES = List.of(50, 95, 99);
    private static final int PERCENT = ThinkingLengths.CERTAIN / 100;

    private final Model model;

    ShowMeasures(Model model) {
        this.model = model;
    }

    String text() {
        var text = new StringBuilder();
        if (model.figures().hosting() != null) {
            hosting(text, model.figures().hosting());
        }
        for (Effort effort : Effort.values()) {
            List<String> known = Stream.of(speed(effort), lengths(effort), errors(effort))
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (!known.isEmpty()) {
                text.append("  effort ").append(effort.word()).append('\n');
                known.forEach(part -> text.append("    ").append(part).append('\n'));
            }
        }
        return text.toString();
    }

    private static void hosting(StringBuilder text, Hosting hosting) {
        text.append("  runs on ")
                .append(ShowDiagnostics.number(hosting.gpus(), "GPU"))
                .append(" at ")
                .append(Figure.plain(BigDecimal.valueOf(hosting.gpuHourNanos(), 9)))
                .append(" dollars an hour each, ")
                .append(ShowDiagnostics.number(hosting.sequences(), "call"))
                .append(" at once, ")
                .append(perSecond(hosting.microsPerToken()))
                .append(" tokens a second\n");
    }

    private String speed(Effort effort) {
        return model.figures().speed(effort).map(ShowMeasures::speed).orElse("");
    }

    private static String speed(Speed speed) {
        return "first token after " + Figure.whole(speed.firstTokenMillis()) + " ms"
                + (speed.slowFirstToken().isPresent()
                        ? " (95 % within " + Figure.whole(speed.slowFirstToken().getAsLong()) + " ms)"
                        : "")
                + (speed.thinksBeforeFirstToken() ? ", its thinking included" : "") + ", then "
                + perSecond(speed.microsPerToken()) + " tokens a second";
    }

    private static String perSecond(long microsPerToken) {
        return Figure.plain(MICROS.divide(BigDecimal.valueOf(microsPerToken), 1, RoundingMode.HALF_UP));
    }

    private String lengths(Effort effort) {
        ThinkingLengths lengths = model.figures().lengths().get(effort);
        if (lengths == null) {
            return "";
        }
        return "thinks "
                + String.join(
                        ", ",
                        QUANTILES.stream()
                                .map(share ->
                                        Figure.whole(lengths.quantile(share * PERCENT)) + " tokens (p" + share + ")")
                                .toList())
                + ", " + Figure.whole(lengths.mean()) + " on average";
    }

    private String errors(Effort effort) {
        List<ErrorRates.Rate> rates = model.figures().errors().of(effort);
        return rates.isEmpty()
                ? ""
                : "wrong "
                        + String.join(
                                ", ", rates.stream().map(ShowMeasures::error).toList());
    }

    private static String error(ErrorRates.Rate rate) {
        String where = Stream.of(rate.type(), rate.complexity())
                .filter(part -> part != null)
                .reduce("", (all, part) -> all + " " + part);
        return Figure.percent(rate.perMillion()) + (where.isEmpty() ? "" : " in" + where);
    }
}
