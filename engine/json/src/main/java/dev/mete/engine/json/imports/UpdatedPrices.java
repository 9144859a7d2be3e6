package dev.mete.engine.json.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The prices of an entry with those of a price map. Prices with dates replace all; one without is that of the day alone, and what it does not say
 * stays. Immutable.
 */
final class UpdatedPrices {
    private final List<Price.Period> before;
    private final List<Price.Period> periods;
    private final Price.Period ofDay;
    private final Price now;
    private final boolean isDated;

    UpdatedPrices(List<Price.Period> before, List<Price.Period> now, LocalDate day) {
        this.before = before;
        this.ofDay = CatalogPeriods.at(before, day).orElseThrow();
        this.isDated = now.size() > 1 || !now.getFirst().daily().isEmpty();
        this.now = now.getLast().price();
        this.periods = isDated ? plain(now) : withPriceOfDay();
    }

    List<Price.Period> periods() {
        return periods;
    }

    boolean isChange() {
        return !before.equals(periods);
    }

    /** Whether some of the prices are still those of before. */
    boolean isMixed() {
        return !isDated && (hasOthers() || !unsaid().isEmpty());
    }

    /** Notes what stays of before, or is gone. */
    void note(String id, Notes notes) {
        if (!isDated && hasOthers()) {
            notes.add(Reason.OTHER_PERIODS, id);
        }
        if (!unsaid().isEmpty()) {
            notes.add(isDated ? Reason.LOST_PART : Reason.KEPT_PART, id + ": " + unsaid());
        }
    }

    private boolean hasOthers() {
        return before.size() > 1 || !ofDay.daily().isEmpty();
    }

    /** What the price of the day has and the price map has not. */
    private String unsaid() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        parts.addAll(ofDay.price().rates().keySet());
        parts.removeAll(now.rates().keySet());
        String names = parts.stream().map(Part::field).collect(Collectors.joining(", "));
        boolean isLonger = !ofDay.price().above().isEmpty() && now.above().isEmpty();
        return names + (isLonger && !names.isEmpty() ? ", " : "") + (isLonger ? "above" : "");
    }

    private List<Price.Period> withPriceOfDay() {
        var rates = new EnumMap<Part, BigDecimal>(Part.class);
        rates.putAll(ofDay.price().rates());
        rates.putAll(plain(now.rates()));
        var above = now.above().isEmpty() ? ofDay.price().above() : plain(now).above();
        var price = new Price.Period(ofDay.from(), ofDay.until(), new Price(rates, above), ofDay.daily());
        var all = new ArrayList<>(before);
        all.set(before.indexOf(ofDay), price);
        return all;
    }

    /** 5 and 5.0 are the same price. */
    private static Map<Part, BigDecimal> plain(Map<Part, BigDecimal> rates) {
        return rates.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, rate -> new BigDecimal(Numbers.plain(rate.getValue()))));
    }

    private static Price plain(Price price) {
        return new Price(
                plain(price.rates()),
                price.above().stream()
                        .map(step -> new Price.Above(step.inputTokens(), plain(step.rates())))
                        .toList());
    }

    private static List<Price.Period> plain(List<Price.Period> periods) {
        return periods.stream()
                .map(period -> new Price.Period(
                        period.from(),
                        period.until(),
                        plain(period.price()),
                        period.daily().stream()
                                .map(daily -> new Price.Daily(daily.from(), daily.until(), plain(daily.price())))
                                .toList()))
                .toList();
    }
}
