package dev.mete.engine.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model's prices over time: periods, and within a period windows of the day. Immutable, thread-safe. There is a price at every moment: before the
 * first period the first holds, after the last the last.
 */
public record PriceSchedule(List<Period> periods) {
    /**
     * A span of time.
     *
     * @param from inclusive; null where it has no beginning
     * @param until exclusive; null where it has no end
     * @param daily windows with other prices; they do not overlap
     */
    public record Period(@Nullable Instant from, @Nullable Instant until, Prices prices, List<Window> daily) {
        public Period {
            daily = List.copyOf(daily);
        }
    }

    /**
     * A window of each day in UTC.
     *
     * @param from inclusive
     * @param until exclusive; before {@code from} where it goes over midnight
     */
    public record Window(LocalTime from, LocalTime until, Prices prices) {
        /** Whether the window is open. */
        public boolean contains(LocalTime time) {
            return from.isBefore(until)
                    ? !time.isBefore(from) && time.isBefore(until)
                    : !time.isBefore(from) || time.isBefore(until);
        }
    }

    public PriceSchedule {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a schedule needs a period");
        }
    }

    /** The same prices for ever. */
    public static PriceSchedule always(Prices prices) {
        return new PriceSchedule(List.of(new Period(null, null, prices, List.of())));
    }

    /** The prices in force at a moment. */
    public Prices at(Instant time) {
        Period period = period(time);
        LocalTime clock = time.atOffset(ZoneOffset.UTC).toLocalTime();
        return period.daily().stream()
                .filter(window -> window.contains(clock))
                .map(Window::prices)
                .findFirst()
                .orElse(period.prices());
    }

    /** The next moment after the given one at which another price can come into force; nothing where none does. */
    public Optional<Instant> nextChange(Instant after) {
        return Stream.concat(starts(), windowEdges(after))
                .filter(moment -> moment.isAfter(after))
                .min(Instant::compareTo);
    }

    /** The last moment, not after the given one, at which another price came into force; nothing where the first prices hold. */
    public Optional<Instant> lastChange(Instant at) {
        return Stream.concat(starts(), windowEdges(at))
                .filter(moment -> !moment.isAfter(at))
                .max(Instant::compareTo);
    }

    private Stream<Instant> starts() {
        return periods.stream().skip(1).map(Period::from).flatMap(Stream::ofNullable);
    }

    /** The edges of the windows of the moment's period, on the days around it. */
    private Stream<Instant> windowEdges(Instant moment) {
        LocalDate day = moment.atOffset(ZoneOffset.UTC).toLocalDate();
        return Stream.of(day.minusDays(1), day, day.plusDays(1))
                .flatMap(date -> period(moment).daily().stream()
                        .flatMap(window -> Stream.of(window.from(), window.until()))
                        .map(time -> date.atTime(time).toInstant(ZoneOffset.UTC)));
    }

    private Period period(Instant time) {
        Period found = periods.getFirst();
        for (Period period : periods) {
            if (period.from() != null && time.isBefore(period.from())) {
                break;
            }
            found = period;
        }
        return found;
    }
}
