package dev.mete.engine.json;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how often a model is wrong. Not thread-safe; used once. */
final class ReadErrors {
    private static final List<String> FIELDS = List.of("effort", "type", "complexity", "probability");
    private static final int MOST = 1_000;

    /** Policies can have types of their own. */
    private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

    private static final List<String> COMPLEXITIES = StandardFeatures.all().stream()
            .filter(feature -> feature.name().equals(StandardFeatures.COMPLEXITY))
            .map(feature -> ((FeatureType.OneOf) feature.type()).values())
            .findFirst()
            .orElseThrow();

    private final FormReading form;
    private final ReadEffort efforts;
    private final List<ErrorRates.Rate> rates = new ArrayList<>();
    private final Map<Tasks, Located> places = new HashMap<>();

    private record Tasks(
            Effort effort, @Nullable String type, @Nullable String complexity) {}

    ReadErrors(FormReading form, @Nullable NavigableSet<Effort> efforts) {
        this.form = form;
        this.efforts = new ReadEffort(form, efforts);
    }

    ErrorRates read(Located value) {
        form.items(value, MOST, "error probabilities")
                .ifPresent(
                        items -> items.forEach(item -> form.fields(item, FIELDS).ifPresent(this::rate)));
        return new ErrorRates(rates);
    }

    private void rate(FieldsReading fields) {
        int problems = form.count();
        var effort = efforts.read(fields);
        @Nullable
        String type = fields.optional("type")
                .flatMap(value -> form.text(value, TYPE, "a type of task, as in `code_generation`"))
                .orElse(null);
        @Nullable
        String complexity = fields.optional("complexity")
                .flatMap(value -> form.word(
                        value,
                        "complexity",
                        COMPLEXITIES,
                        word -> Optional.of(word).filter(COMPLEXITIES::contains)))
                .orElse(null);
        var probability = fields.decimal("probability", Decimals.SHARE);
        if (effort.isEmpty() || probability.isEmpty() || form.count() > problems) {
            return;
        }
        var tasks = new Tasks(effort.get(), type, complexity);
        Located before = places.putIfAbsent(tasks, fields.object());
        if (before != null) {
            form.error(
                    FormReading.TWICE,
                    fields.object().span(),
                    form.name(fields.object()) + " is of the same tasks as " + form.name(before),
                    "keep one of them");
        }
        rates.add(new ErrorRates.Rate(effort.get(), type, complexity, (int) probability.getAsLong()));
    }
}
