package dev.mete.engine.json.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of one model of a price map. What nobody takes stays in its notes, so that nothing is dropped silently. Not thread-safe. */
final class Entry {
    private static final BigDecimal MOST_TOKENS = BigDecimal.valueOf(100_000_000);

    private final Map<String, Given> fields;
    private final String path;
    private final Notes notes;

    Entry(Given.Fields fields, Notes notes) {
        this(fields, "", notes);
    }

    private Entry(Given.Fields fields, String path, Notes notes) {
        this.fields = fields.fields();
        this.path = path;
        this.notes = notes;
        this.fields.keySet().forEach(name -> notes.fields().add(path + name));
    }

    Notes notes() {
        return notes;
    }

    Set<String> names() {
        return fields.keySet();
    }

    boolean has(String name) {
        return fields.containsKey(name) && !(fields.get(name) instanceof Given.Nothing);
    }

    /** The value of a field, unless it is null. */
    Optional<Given> take(String name) {
        notes.fields().remove(path + name);
        return Optional.ofNullable(fields.get(name)).filter(value -> !(value instanceof Given.Nothing));
    }

    /** Takes fields that say nothing that a catalog could hold, such as a page to read. */
    void drop(String... names) {
        for (String name : names) {
            take(name);
        }
    }

    Optional<String> text(String name) {
        return take(name).flatMap(value -> {
            if (value instanceof Given.Text(String text)) {
                return Optional.of(text);
            }
            return wrong(name, value);
        });
    }

    /** Whether a flag is there and true. */
    boolean isTrue(String name) {
        return flag(name).orElse(false);
    }

    Optional<Boolean> flag(String name) {
        return take(name).flatMap(value -> {
            if (value instanceof Given.Flag(boolean flag)) {
                return Optional.of(flag);
            }
            return wrong(name, value);
        });
    }

    /** A number of tokens, which may be written as a float; 0 where there is none, or none that a model can have. */
    long tokens(String name) {
        return take(name).map(value -> tokens(name, value)).orElse(0L);
    }

    private long tokens(String name, Given value) {
        var number = Numbers.of(value).filter(tokens -> tokens.signum() >= 0 && tokens.compareTo(MOST_TOKENS) <= 0);
        if (number.isEmpty() || number.get().stripTrailingZeros().scale() > 0) {
            wrong(name, value);
            return 0;
        }
        return number.get().longValueExact();
    }

    /** The fields of an object, which are then to be taken one by one. */
    Optional<Entry> object(String name) {
        return take(name).flatMap(value -> {
            if (value instanceof Given.Fields object) {
                return Optional.of(new Entry(object, path + name + ".", notes));
            }
            return wrong(name, value);
        });
    }

    List<Given> items(String name) {
        Given value = take(name).orElse(null);
        if (value instanceof Given.Items(var items)) {
            return items;
        }
        if (value != null) {
            wrong(name, value);
        }
        return List.of();
    }

    /** The objects of a list. */
    List<Entry> objects(String name) {
        var objects = new ArrayList<Entry>();
        for (Given item : items(name)) {
            if (item instanceof Given.Fields object) {
                objects.add(new Entry(object, path + name + "[].", notes));
            } else {
                wrong(name, item);
            }
        }
        return objects;
    }

    /** The texts of a list. */
    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (Given item : items(name)) {
            if (item instanceof Given.Text(String text)) {
                texts.add(text);
            } else {
                wrong(name, item);
            }
        }
        return texts;
    }

    private <T> Optional<T> wrong(String name, Given value) {
        notes.add(Reason.WRONG_FORM, path + name + " is " + value.form());
        return Optional.empty();
    }
}
