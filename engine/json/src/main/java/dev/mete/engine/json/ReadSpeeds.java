package dev.mete.engine.json;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Speed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads how fast a model answers, by effort level. Not thread-safe; used once. */
final class ReadSpeeds {
    /** An entry for each effort level is enough. */
    static final int MOST = Effort.values().length;

    private static final List<String> FIELDS =
            List.of("effort", "first_token_ms", "tokens_per_second", "thinks_before_first_token");
    private static final List<String> QUANTILES = List.of("p50", "p95");
    private static final long HOUR = 3_600_000;

    private final FormReading form;
    private final ReadEffort efforts;
    private final Map<Effort, Speed> speeds = new EnumMap<>(Effort.class);

    ReadSpeeds(FormReading form, @Nullable NavigableSet<Effort> efforts) {
        this.form = form;
        this.efforts = new ReadEffort(form, efforts);
    }

    Map<Effort, Speed> read(Located value) {
        form.items(value, MOST, "speeds")
                .ifPresent(
                        items -> items.forEach(item -> form.fields(item, FIELDS).ifPresent(this::speed)));
        return speeds;
    }

    private void speed(FieldsReading fields) {
        var effort = efforts.readOnce(fields);
        var firstToken = fields.required("first_token_ms").flatMap(value -> form.fields(value, QUANTILES));
        var median = millis(firstToken.flatMap(quantiles -> quantiles.required("p50")));
        var slow = millis(firstToken.flatMap(quantiles -> quantiles.optional("p95")));
        if (median.isPresent() && slow.isPresent() && slow.getAsLong() < median.getAsLong()) {
            Located value = firstToken.get().value("p95");
            form.error(
                    ReadModel.OUT_OF_LINE,
                    value.span(),
                    form.name(value) + " is below the median of " + median.getAsLong() + " ms",
                    "swap them");
        }
        var rate = fields.decimal("tokens_per_second", Decimals.RATE);
        boolean thinksBefore =
                fields.optional("thinks_before_first_token").flatMap(form::flag).orElse(false);
        if (effort.isPresent() && median.isPresent() && rate.isPresent()) {
            speeds.put(
                    effort.get(),
                    new Speed(
                            median.getAsLong(),
                            slow.isPresent() ? slow.getAsLong() : null,
                            Rates.micros(rate.getAsLong()),
                            thinksBefore));
        }
    }

    private OptionalLong millis(Optional<Located> value) {
        return value.isEmpty() ? OptionalLong.empty() : form.whole(value.get(), 0, HOUR);
    }
}
