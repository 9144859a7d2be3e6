package dev.mete.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that each figure of a model says where it comes from. Not thread-safe; used once. */
final class ReadSources {
    /** What sources must cover, whether it is there or not: that a model does not think is a claim too. */
    private static final List<String> COVERED =
            List.of("id", "provider", "api", "name", "context_window", "output_limit", "thinking");

    /** What sources must cover where it is there. */
    private static final List<String> WHERE_THERE = List.of(
            "input_limit",
            "deprecated",
            "lifecycle",
            "prices",
            "service_tiers",
            "service_tier",
            "self_hosted",
            "speeds",
            "thinking_lengths",
            "errors");

    private static final List<String> COVERABLE =
            Stream.concat(COVERED.stream(), WHERE_THERE.stream()).toList();
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
        var items = value.flatMap(list -> form.items(list, MOST_SOURCES, "sources"));
        if (value.isEmpty() || items.isEmpty()) {
            return;
        }
        var covered = new LinkedHashSet<String>();
        items.get().forEach(item -> form.fields(item, FIELDS).ifPresent(source -> covered.addAll(source(source))));
        var missing = new ArrayList<>(COVERED);
        WHERE_THERE.stream().filter(field -> model.optional(field).isPresent()).forEach(missing::add);
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
        source.required("source").ifPresent(value -> form.text(value, LONGEST_SOURCE));
        source.required("date").ifPresent(form::day);
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
}
