package dev.mete.engine.json;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the day of a catalog: the one that it says, else the latest of its sources. Not thread-safe; used once. */
final class AsOf {
    private final FormReading form;

    AsOf(FormReading form) {
        this.form = form;
    }

    LocalDate read(FieldsReading root) {
        return root.optional("as_of")
                .flatMap(form::day)
                .or(() -> root.optional("models").stream()
                        .flatMap(AsOf::items)
                        .flatMap(model -> field(model, "sources"))
                        .flatMap(AsOf::items)
                        .flatMap(source -> field(source, "date"))
                        .flatMap(AsOf::day)
                        .max(LocalDate::compareTo))
                .orElse(LocalDate.EPOCH);
    }

    private static Stream<Located> items(Located value) {
        return value instanceof Located.Items(var items, var _, var _) ? items.stream() : Stream.empty();
    }

    private static Stream<Located> field(Located value, String name) {
        return value instanceof Located.Fields fields ? Stream.ofNullable(fields.value(name)) : Stream.empty();
    }

    /** What is no day is noted where the source itself is read. */
    private static Stream<LocalDate> day(Located value) {
        Optional<LocalDate> day =
                value instanceof Located.Text(var text, var _, var _) ? DayText.parse(text) : Optional.empty();
        return day.stream();
    }
}
