package dev.mete.engine.json;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks that periods follow one another without an overlap or a gap. Not thread-safe; takes them in order. */
final class PeriodOrder {
    private final FormReading form;
    private final int count;
    private int position;
    private @Nullable Located lastUntil;
    private @Nullable Instant last;

    PeriodOrder(FormReading form, int count) {
        this.form = form;
        this.count = count;
    }

    void check(FieldsReading period, Optional<Instant> from, Optional<Instant> until) {
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            error(period.value("until"), " is not after the period's own `from`", "swap them");
        }
        boolean isFirst = position == 0;
        position++;
        if (!isFirst && period.optional("from").isEmpty()) {
            error(period.object(), " has no `from`", "only the first period can do without: write when it begins");
        }
        if (position < count && period.optional("until").isEmpty()) {
            error(period.object(), " has no `until`", "only the last period can do without: write when it ends");
        }
        from.ifPresent(begin -> follow(period.value("from"), begin));
        lastUntil = period.optional("until").orElse(null);
        last = until.orElse(null);
    }

    private void follow(Located from, Instant begin) {
        if (last == null || lastUntil == null || begin.equals(last)) {
            return;
        }
        if (begin.isBefore(last)) {
            error(
                    from,
                    " is before " + form.name(lastUntil) + ", so that two prices hold at once",
                    "let a period begin when the one before it ends");
        } else {
            error(
                    from,
                    " is after " + form.name(lastUntil) + ", so that no price holds between them",
                    "let a period begin when the one before it ends");
        }
    }

    private void error(Located value, String problem, String help) {
        form.error(ReadModel.BAD_TIME, value.span(), form.name(value) + problem, help);
    }
}
