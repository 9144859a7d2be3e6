package dev.mete.engine.json;

import java.util.Optional;
import java.util.OptionalLong;
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

    /** The value of a field that is there; throws an IllegalStateException where it is not. */
    Located value(String name) {
        Located value = fields.value(name);
        if (value == null) {
            throw new IllegalStateException(fields.pointer() + " has no " + name);
        }
        return value;
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

    /** The whole number of a field that has to be there. */
    OptionalLong whole(String name, long least, long most) {
        var value = required(name);
        return value.isEmpty() ? OptionalLong.empty() : form.whole(value.get(), least, most);
    }

    /** The decimal of a field that has to be there, in its smallest parts. */
    OptionalLong decimal(String name, Decimals decimals) {
        var value = required(name);
        return value.isEmpty() ? OptionalLong.empty() : form.decimal(value.get(), decimals);
    }
}
