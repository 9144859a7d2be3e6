package dev.mete.engine.json;

import dev.mete.engine.catalog.PriceSchedule.Window;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the windows of the day that have other prices than the period around them. Not thread-safe; used once. */
final class ReadDaily {
    private static final List<String> FIELDS = ReadPriceBlock.with(ReadPriceBlock.FIELDS, "from", "until");
    private static final int MOST_WINDOWS = 24;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final String TIME_FORM = "a time of the day in UTC from 00:00 to 23:59";

    private final FormReading form;
    private final ReadPriceBlock blocks;
    private final PriceBlock outside;
    private final List<Place> before = new ArrayList<>();

    private record Place(Window window, Located value) {}

    /**
     * A reader for one period.
     *
     * @param outside the period's own prices
     */
    ReadDaily(FormReading form, ReadPriceBlock blocks, PriceBlock outside) {
        this.form = form;
        this.blocks = blocks;
        this.outside = outside;
    }

    List<Window> read(Located value) {
        form.items(value, MOST_WINDOWS, "windows")
                .ifPresent(
                        items -> items.forEach(item -> form.fields(item, FIELDS).ifPresent(this::window)));
        return before.stream().map(Place::window).toList();
    }

    private void window(FieldsReading fields) {
        var from = time(fields.required("from"));
        var until = time(fields.required("until"));
        blocks.checkSaysAny(fields, ReadPriceBlock.FIELDS);
        var prices = blocks.read(fields).within(outside).prices();
        if (from.isEmpty() || until.isEmpty() || prices.isEmpty()) {
            return;
        }
        if (from.equals(until)) {
            error(
                    fields.value("until"),
                    " is when the window begins",
                    "write the prices of the whole day outside of `daily`");
            return;
        }
        var window = new Window(from.get(), until.get(), prices.get());
        before.stream()
                .filter(other -> other.window().contains(window.from())
                        || window.contains(other.window().from()))
                .findFirst()
                .ifPresent(other -> error(
                        fields.object(), " overlaps " + form.name(other.value()), "let one begin when the other ends"));
        before.add(new Place(window, fields.object()));
    }

    private Optional<LocalTime> time(Optional<Located> value) {
        return value.flatMap(time -> form.text(time, TIME, TIME_FORM)).map(LocalTime::parse);
    }

    private void error(Located value, String problem, String help) {
        form.error(ReadModel.BAD_TIME, value.span(), form.name(value) + problem, help);
    }
}
