package dev.mete.engine.json;

import dev.mete.engine.catalog.Hosting;
import java.util.List;
import java.util.Optional;

/** Reads what a model on GPUs of one's own occupies. Not thread-safe; used once. */
final class ReadHosting {
    private static final List<String> FIELDS =
            List.of("gpu_hour", "gpus", "sequences", "tokens_per_second", "input_tokens_per_second");
    private static final Decimals GPU_HOUR = Decimals.of("0", "1000", 6);
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int MOST_GPUS = 1_024;
    private static final int MOST_SEQUENCES = 100_000;

    private final FormReading form;

    ReadHosting(FormReading form) {
        this.form = form;
    }

    Optional<Hosting> read(Located value) {
        return form.fields(value, FIELDS).flatMap(this::hosting);
    }

    private Optional<Hosting> hosting(FieldsReading fields) {
        var hour = fields.decimal("gpu_hour", GPU_HOUR);
        var gpus = fields.whole("gpus", 1, MOST_GPUS);
        var sequences = fields.whole("sequences", 1, MOST_SEQUENCES);
        var output = fields.decimal("tokens_per_second", Decimals.RATE);
        var input = fields.decimal("input_tokens_per_second", Decimals.RATE);
        if (hour.isEmpty() || gpus.isEmpty() || sequences.isEmpty() || output.isEmpty() || input.isEmpty()) {
            return Optional.empty();
        }
        var hosting = new Hosting(
                hour.getAsLong() * NANOS_PER_MICRO,
                (int) gpus.getAsLong(),
                (int) sequences.getAsLong(),
                Rates.micros(output.getAsLong()),
                Rates.nanos(input.getAsLong()));
        if (!hosting.isAffordable()) {
            form.error(
                    ReadModel.OUT_OF_LINE,
                    fields.object().span(),
                    form.name(fields.object()) + " comes to more than " + Decimals.PRICE.most()
                            + " dollars per million tokens",
                    "correct `gpu_hour`, which is in dollars, or how fast one sequence is");
            return Optional.empty();
        }
        return Optional.of(hosting);
    }
}
