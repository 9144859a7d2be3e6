package dev.mete.engine.json;

import dev.mete.engine.catalog.MomentText;
import dev.mete.engine.catalog.PriceSchedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a model's prices over time. Not thread-safe; used once. */
final class ReadPrices {
    private static final List<String> FIELDS = ReadPriceBlock.with(ReadPriceBlock.FIELDS, "from", "until", "daily");
    private static final int MOST_PERIODS = 100;

    /** Seconds at the finest, in UTC, and within this century. */
    private static final Pattern MOMENT = Pattern.compile("20\\d{2}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}Z)?");

    private final FormReading form;
    private final ReadPriceBlock blocks;

    ReadPrices(FormReading form, TierFactor tier) {
        this.form = form;
        this.blocks = new ReadPriceBlock(form, tier);
    }

    /** The schedule; nothing where anything is wrong with it. */
    Optional<PriceSchedule> read(Located value) {
        int problems = form.count();
        var periods = new ArrayList<PriceSchedule.Period>();
        var items = form.items(value, MOST_PERIODS, "periods").orElse(List.of()).stream()
                .flatMap(item -> form.fields(item, FIELDS).stream())
                .toList();
        var order = new PeriodOrder(form, items.size());
        for (FieldsReading item : items) {
            var from = item.optional("from").flatMap(this::moment);
            var until = item.optional("until").flatMap(this::moment);
            order.check(item, from, until);
            period(item, from, until).ifPresent(periods::add);
        }
        return form.count() > problems ? Optional.empty() : Optional.of(new PriceSchedule(periods));
    }

    private Optional<PriceSchedule.Period> period(FieldsReading item, Optional<Instant> from, Optional<Instant> until) {
        item.required("input");
        item.required("output");
        var block = blocks.read(item);
        var daily = item.optional("daily")
                .map(value -> new ReadDaily(form, blocks, block).read(value))
                .orElse(List.of());
        return block.prices()
                .map(prices -> new PriceSchedule.Period(from.orElse(null), until.orElse(null), prices, daily));
    }

    private Optional<Instant> moment(Located value) {
        return form.text(value, MOMENT, MomentText.FORM).flatMap(text -> {
            var moment = MomentText.parse(text);
            if (moment.isEmpty()) {
                form.wrongForm(value, MomentText.FORM, null);
            }
            return moment;
        });
    }
}
