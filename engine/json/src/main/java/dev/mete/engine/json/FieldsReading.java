package dev.mete.engine.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of one object within a {@link FormReading}. */
public final class FieldsReading {
    private final Located.Fields fields;
    private final FormReading form;

    FieldsReading(Located.Fields fields, FormReading form) {
        this.fields = fields;
        this.form = form;
    }

    /** The object itself. */
    public Located.Fields object() {
        return fields;
    }

    /** The field's value where it is there. */
    public Optional<Located> optional(String name) {
        return Optional.ofNullable(fields.value(name));
    }

    /** The field's value; that it is missing is noted. */
    public Optional<Located> required(String name) {
        @Nullable Located value = fields.value(name);
        if (value == null) {
            form.error(
                    FormReading.MISSING,
                    fields.span(),
                    form.name(fields) + " has no `" + name + "`",
                    "add the field `" + name + "`");
        }
        return Optional.ofNullable(value);
    }
}
