package dev.mete.engine.json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that each figure of a model says where it comes from. Not thread-safe; used once. */
final class ReadSources {
    /** What sources must cover, whether it is there or not: that a model does not think is a claim too. */
    private static final List<String> COVERED =
            List.of("id", "provider", "api", "name", "context_window", "output_limit", "thinking");

    private static final List<String> COVERABLE = withDeprecated();
    private static final List<String> FIELDS = List.of("covers", "source", "date");
    private static final int NOT_COVERED = 9;
    private static final int MOST_SOURCES = 20;
    private static final int LONGEST_SOURCE = 200;

    private final FormReading form;

    ReadSources(FormReading form) {
        this.form = form;
    }

    void read(FieldsReading model) {
        var value = model.required("sources");
        var items = value.flatMap(form::items);
        if (value.isEmpty() || items.isEmpty()) {
            return;
        }
        if (items.get().isEmpty() || items.get().size() > MOST_SOURCES) {
            form.wrongForm(value.get(), "a list of 1 to " + MOST_SOURCES + " sources", null);
            return;
        }
        var covered = new LinkedHashSet<String>();
        items.get().forEach(item -> form.fields(item, FIELDS).ifPresent(source -> covered.addAll(source(source))));
        var missing = new ArrayList<>(COVERED);
        model.optional("deprecated").ifPresent(_ -> missing.add("deprecated"));
        missing.removeAll(covered);
        if (!missing.isEmpty()) {
            form.error(
                    NOT_COVERED,
                    value.get().span(),
                    form.name(value.get()) + " covers no `" + String.join("`, no `", missing) + "`",
                    "name the source that states it in a `covers`");
        }
    }

    private Set<String> source(FieldsReading source) {
        source.required("source").ifPresent(this::checkSource);
        source.required("date").ifPresent(this::checkDate);
        var covered = new LinkedHashSet<String>();
        source.required("covers").ifPresent(covers -> {
            var items = form.items(covers).orElse(List.of());
            if (items.isEmpty() && covers instanceof Located.Items) {
                form.wrongForm(covers, "a list of at least one field", null);
            }
            for (Located item : items) {
                var field = form.word(
                        item, "field", COVERABLE, word -> Optional.of(word).filter(COVERABLE::contains));
                if (field.isPresent() && !covered.add(field.get())) {
                    form.error(
                            FormReading.TWICE, item.span(), "`" + field.get() + "` is there twice", "keep one of them");
                }
            }
        });
        return covered;
    }

    private void checkSource(Located value) {
        form.text(value)
                .filter(text -> text.length() > LONGEST_SOURCE)
                .ifPresent(_ -> form.wrongForm(value, "a text of at most " + LONGEST_SOURCE + " characters", null));
    }

    private void checkDate(Located value) {
        form.text(value).ifPresent(text -> {
            try {
                if (LocalDate.parse(text).getYear() >= 2000) {
                    return;
                }
            } catch (DateTimeParseException _) {
                // said below, for a day that is none as for one of another age
            }
            form.wrongForm(value, "a day as YYYY-MM-DD", null);
        });
    }

    private static List<String> withDeprecated() {
        var all = new ArrayList<>(COVERED);
        all.add("deprecated");
        return List.copyOf(all);
    }
}
