package dev.mete.engine.json;

import dev.mete.engine.catalog.Lifecycle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads whether a model goes on being offered. Not thread-safe; used once. */
final class ReadLifecycle {
    private static final List<String> FIELDS = List.of("deprecated", "retired");

    private final FormReading form;
    private final LocalDate today;

    /**
     * A reader for one model.
     *
     * @param today the catalog's own day
     */
    ReadLifecycle(FormReading form, LocalDate today) {
        this.form = form;
        this.today = today;
    }

    Lifecycle read(FieldsReading model) {
        var deprecated = model.optional("deprecated");
        var lifecycle = model.optional("lifecycle");
        boolean isDeprecated = deprecated.flatMap(form::flag).orElse(false);
        if (deprecated.isPresent() && lifecycle.isPresent()) {
            form.error(
                    ReadModel.OUT_OF_LINE,
                    deprecated.get().span(),
                    form.name(deprecated.get()) + " and " + form.name(lifecycle.get()) + " both say whether it ends",
                    "remove `deprecated` and write the day of the announcement into `lifecycle`");
        }
        return lifecycle
                .flatMap(value -> form.fields(value, FIELDS))
                .map(this::lifecycle)
                .orElse(isDeprecated ? Lifecycle.DEPRECATED : Lifecycle.CURRENT);
    }

    private Lifecycle lifecycle(FieldsReading fields) {
        Optional<LocalDate> announced = fields.optional("deprecated").flatMap(form::day);
        Optional<LocalDate> retired = fields.optional("retired").flatMap(form::day);
        if (fields.object().fields().isEmpty()) {
            form.error(
                    FormReading.MISSING,
                    fields.object().span(),
                    form.name(fields.object()) + " has neither `deprecated` nor `retired`",
                    "write the day of either; leave `lifecycle` out for a model whose end is not known");
        }
        if (announced.isPresent() && retired.isPresent() && retired.get().isBefore(announced.get())) {
            Located value = fields.value("retired");
            form.error(
                    ReadModel.OUT_OF_LINE,
                    value.span(),
                    form.name(value) + " is before the end was announced on " + announced.get(),
                    "swap them");
        }
        boolean isAnnounced = announced.map(day -> !day.isAfter(today)).orElse(retired.isPresent());
        return new Lifecycle(isAnnounced, retired.orElse(null));
    }
}
