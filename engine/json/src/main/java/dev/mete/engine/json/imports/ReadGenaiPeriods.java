package dev.mete.engine.json.imports;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the prices of one model of genai-prices: one price, or several of which the last that holds counts, each from a day on or within times of
 * the day. Not thread-safe; used once.
 */
final class ReadGenaiPeriods {
    private static final Map<String, Part> PARTS = parts();

    private final Entry entry;
    private boolean isSpoilt;

    ReadGenaiPeriods(Entry entry) {
        this.entry = entry;
    }

    /** One of several prices; without a day and times it holds always. */
    private record Step(@Nullable String from, @Nullable Times times, Price price) {}

    private record Times(LocalTime from, LocalTime until) {}

    List<Price.Period> read() {
        if (!(entry.take("prices").orElse(null) instanceof Given.Items)) {
            var price = entry.object("prices").flatMap(this::price);
            if (!entry.has("prices")) {
                entry.notes().add(Reason.NO_PRICES, "");
            }
            return price.map(only -> List.of(new Price.Period(null, null, only, List.of())))
                    .orElse(List.of());
        }
        var steps = new ArrayList<Step>();
        for (Entry item : entry.objects("prices")) {
            step(item).ifPresentOrElse(steps::add, () -> isSpoilt = true);
        }
        return isSpoilt ? List.of() : periods(steps);
    }

    private Optional<Step> step(Entry item) {
        var constraint = item.object("constraint");
        var price = item.object("prices").flatMap(this::price);
        String type = constraint.flatMap(of -> of.text("type")).orElse(null);
        if (price.isEmpty()) {
            return Optional.empty();
        }
        if (constraint.isEmpty()) {
            return Optional.of(new Step(null, null, price.get()));
        }
        if ("start_date".equals(type)) {
            return constraint
                    .flatMap(of -> of.text("start_date"))
                    .filter(day -> Days.check(day, entry.notes()))
                    .map(day -> new Step(day, null, price.get()));
        }
        if ("time_of_date".equals(type)) {
            return constraint.flatMap(this::times).map(times -> new Step(null, times, price.get()));
        }
        entry.notes().add(Reason.OTHER_PRICES, "constraint " + type);
        return Optional.empty();
    }

    private Optional<Times> times(Entry constraint) {
        var from = constraint.text("start_time");
        var until = constraint.text("end_time");
        if (from.isPresent() && until.isPresent()) {
            try {
                return Optional.of(new Times(utc(from.get()), utc(until.get())));
            } catch (DateTimeException _) {
                // said below, as times without a minute of their own are
            }
        }
        entry.notes().add(Reason.OTHER_PRICES, "times " + from.orElse("") + " to " + until.orElse(""));
        return Optional.empty();
    }

    private static LocalTime utc(String text) {
        var time = OffsetTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalTime();
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new DateTimeException("a catalog has minutes");
        }
        return time;
    }

    /** Of what holds the last counts: times hold in all periods that come before them in the list. */
    private List<Price.Period> periods(List<Step> steps) {
        var periods = new ArrayList<Price.Period>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.times() != null) {
                continue;
            }
            String until = null;
            var daily = new ArrayList<Price.Daily>();
            for (Step later : steps.subList(i + 1, steps.size())) {
                if (later.times() != null) {
                    daily.add(new Price.Daily(
                            later.times().from().toString(),
                            later.times().until().toString(),
                            later.price()));
                } else if (until == null) {
                    until = later.from();
                }
            }
            periods.add(new Price.Period(step.from(), until, step.price(), daily));
        }
        if (!isInOrder(periods)) {
            entry.notes().add(Reason.OTHER_PRICES, "days that do not ascend, or times without a price for the rest");
            return List.of();
        }
        return periods;
    }

    private static boolean isInOrder(List<Price.Period> periods) {
        for (int i = 1; i < periods.size(); i++) {
            String before = periods.get(i - 1).from();
            String from = periods.get(i).from();
            if (from == null || (before != null && from.compareTo(before) <= 0)) {
                return false;
            }
        }
        return !periods.isEmpty();
    }

    private Optional<Price> price(Entry prices) {
        var parts = new PriceParts(entry.notes(), 0);
        PARTS.forEach((name, part) -> prices.take(name).ifPresent(value -> {
            if (value instanceof Given.Fields) {
                prices.object(name).ifPresent(of -> stepped(of, name, part, parts));
            } else {
                parts.put(part, name, value);
            }
        }));
        return parts.price();
    }

    private static void stepped(Entry of, String name, Part part, PriceParts parts) {
        of.take("base").ifPresent(base -> parts.put(part, name, base));
        for (Entry tier : of.objects("tiers")) {
            long start = tier.tokens("start");
            Optional<Given> rate = tier.take("price");
            if (start < 1 || rate.isEmpty()) {
                parts.spoil(Reason.OTHER_PRICES, name + " has a tier without a start or a price");
                return;
            }
            parts.putAbove(start, part, name, rate.get());
        }
    }

    private static Map<String, Part> parts() {
        var parts = new LinkedHashMap<String, Part>();
        parts.put("input_mtok", Part.INPUT);
        parts.put("cache_read_mtok", Part.CACHED_INPUT);
        parts.put("cache_write_mtok", Part.CACHE_WRITE);
        parts.put("output_mtok", Part.OUTPUT);
        parts.put("output_reasoning_mtok", Part.REASONING);
        return parts;
    }
}
