package dev.mete.engine.json;

import dev.mete.engine.catalog.Effort;
import java.util.EnumSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads which effort level of a model a figure is of. Not thread-safe; each list of figures has one of its own. */
final class ReadEffort {
    private static final String FIELD = "effort";

    private final FormReading form;
    private final @Nullable NavigableSet<Effort> efforts;
    private final Set<Effort> before = EnumSet.noneOf(Effort.class);

    /**
     * A reader for the figures of one model.
     *
     * @param efforts those that the model has; null where that cannot be told
     */
    ReadEffort(FormReading form, @Nullable NavigableSet<Effort> efforts) {
        this.form = form;
        this.efforts = efforts;
    }

    /** The entry's effort level; one that is not the model's is noted. */
    Optional<Effort> read(FieldsReading entry) {
        return entry.required(FIELD).flatMap(value -> {
            var effort = form.word(value, "effort level", Effort.words(), Effort::of);
            effort.ifPresent(level -> checkModelHas(level, value));
            return effort;
        });
    }

    /** The entry's effort level; that another entry had it already is noted as well. */
    Optional<Effort> readOnce(FieldsReading entry) {
        var effort = read(entry);
        if (effort.isPresent() && !before.add(effort.get())) {
            form.error(
                    FormReading.TWICE,
                    entry.value(FIELD).span(),
                    form.name(entry.value(FIELD)) + " is `" + effort.get().word() + "`, as in an entry before it",
                    "keep one of them");
        }
        return effort;
    }

    private void checkModelHas(Effort effort, Located value) {
        if (efforts == null || efforts.contains(effort)) {
            return;
        }
        Effort floor = efforts.floor(effort);
        Effort nearest = floor == null ? efforts.first() : floor;
        String all = efforts.stream().map(Effort::word).collect(Collectors.joining("`, `", "`", "`"));
        form.error(
                ReadModel.NOT_THERE,
                value.span(),
                form.name(value) + " is `" + effort.word() + "`, which the model does not have",
                efforts.size() == 1
                        ? "the only effort that it has is " + all
                        : "the nearest that it has is `" + nearest.word() + "`, out of " + all);
    }
}
