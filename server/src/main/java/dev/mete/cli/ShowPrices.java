package dev.mete.cli;

import dev.mete.engine.catalog.PriceSchedule;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.TokenPrices;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The prices of a model at one moment and over time, for people. Immutable. */
final class ShowPrices {
    private final @Nullable Prices now;
    private final Optional<PriceSchedule> schedule;
    private final Instant moment;

    /**
     * The prices of a model.
     *
     * @param schedule nothing for a model whose prices follow from its GPUs
     */
    ShowPrices(@Nullable Prices now, Optional<PriceSchedule> schedule, Instant moment) {
        this.now = now;
        this.schedule = schedule;
        this.moment = moment;
    }

    String text() {
        if (now == null) {
            return "";
        }
        var text = new StringBuilder("  dollars per million tokens at ")
                .append(time(moment))
                .append('\n');
        prices(text, "    ", now);
        schedule.filter(over -> over.periods().size() > 1
                        || !over.periods().getFirst().daily().isEmpty())
                .ifPresent(over -> {
                    text.append("  over time\n");
                    over.periods().forEach(period -> period(text, period));
                });
        return text.toString();
    }

    private static void period(StringBuilder text, PriceSchedule.Period period) {
        String from = period.from() == null ? "" : "from " + time(period.from());
        String until = period.until() == null ? "" : "until " + time(period.until());
        String both = from + (from.isEmpty() || until.isEmpty() ? "" : " ") + until;
        text.append("    ").append(both.isEmpty() ? "always" : both).append('\n');
        prices(text, "      ", period.prices());
        for (PriceSchedule.Window window : period.daily()) {
            text.append("      each day ")
                    .append(clock(window.from()))
                    .append(" to ")
                    .append(clock(window.until()))
                    .append(" UTC\n");
            prices(text, "        ", window.prices());
        }
    }

    private static void prices(StringBuilder text, String indent, Prices prices) {
        text.append(indent).append(tokens(prices.standard())).append('\n');
        for (Prices.Tier tier : prices.above()) {
            text.append(indent)
                    .append("above ")
                    .append(Figure.whole(tier.inputTokens()))
                    .append(" tokens of input: ")
                    .append(tokens(tier.prices()))
                    .append('\n');
        }
    }

    /** What is as its neighbour is not said again. */
    private static String tokens(TokenPrices prices) {
        return "input " + Figure.dollars(prices.input())
                + (prices.cachedInput() == prices.input() ? "" : ", cached " + Figure.dollars(prices.cachedInput()))
                + (prices.cacheWrite() == prices.input() ? "" : ", cache write " + Figure.dollars(prices.cacheWrite()))
                + ", output " + Figure.dollars(prices.output())
                + (prices.reasoning() == prices.output() ? "" : ", thinking " + Figure.dollars(prices.reasoning()));
    }

    private static String clock(LocalTime time) {
        return time.toString();
    }

    /** A day where the moment is the start of one. */
    private static String time(Instant moment) {
        OffsetDateTime time = moment.atOffset(ZoneOffset.UTC);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : moment.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }
}
