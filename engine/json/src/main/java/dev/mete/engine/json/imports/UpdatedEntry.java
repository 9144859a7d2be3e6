package dev.mete.engine.json.imports;

import dev.mete.engine.json.Located;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One entry of a catalog and what changes in it. Not thread-safe. */
final class UpdatedEntry {
    private static final String PRICES = "prices";
    private static final String SOURCES = "sources";
    private static final String DEPRECATED = "deprecated";
    private static final String INPUT_LIMIT = "input_limit";
    private static final String LIFECYCLE = "lifecycle";

    private final Located.Fields entry;
    private final PriceMap form;
    private final LocalDate date;
    private final Map<String, String> changed = new LinkedHashMap<>();
    private boolean isTaken;
    private boolean isMixed;

    UpdatedEntry(Located.Fields entry, PriceMap form, LocalDate date) {
        this.entry = entry;
        this.form = form;
        this.date = date;
    }

    String id() {
        return text("id");
    }

    boolean isTaken() {
        return isTaken;
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    boolean isSelfHosted() {
        return entry.value("self_hosted") != null;
    }

    /** Whether a price map speaks of this model. */
    boolean isOf(Found.Model model) {
        var identity = model.identity();
        return identity.provider().equals(text("provider"))
                && (identity.id().equals(id()) || identity.names().contains(text("name")));
    }

    /** Whether a price map has a rule for names that fits this model, but does not name it. */
    boolean isLike(Found.Model model) {
        var identity = model.identity();
        return identity.provider().equals(text("provider")) && identity.rule().test(text("name"));
    }

    /** Takes the figures of a price map; its notes get what is lost by it. */
    void take(Found.Model model) {
        isTaken = true;
        Notes notes = model.notes();
        limit("context_window", model.limits().window(), notes);
        limit("output_limit", model.limits().output(), notes);
        EntryText.figures(model.limits(), model.figures()).forEach((field, value) -> {
            switch (field) {
                case PRICES -> prices(model.figures().prices(), value, notes);
                case INPUT_LIMIT -> inputLimit(model.limits().input(), value, notes);
                case DEPRECATED -> {
                    if (entry.value(DEPRECATED) == null && entry.value(LIFECYCLE) == null) {
                        changed.put(field, value);
                    }
                }
                case LIFECYCLE -> lifecycle(String.valueOf(model.figures().deprecatedOn()), value, notes);
                default -> put(field, merged(field, value), notes);
            }
        });
    }

    /** The catalog's window can be less than that of the file. */
    private void inputLimit(long tokens, String value, Notes notes) {
        if (entry.value("context_window") instanceof Located.Digits(String window, var _, var _)
                && Long.parseLong(window) < tokens) {
            notes.add(Reason.INPUT_ABOVE_WINDOW, tokens + " of " + window);
        } else {
            put(INPUT_LIMIT, value, notes);
        }
    }

    private void put(String field, String value, Notes notes) {
        Located before = entry.value(field);
        boolean isSame =
                before != null && CatalogPeriods.given(before.span().text()).equals(CatalogPeriods.given(value));
        if (!isSame && !isNewer(field, notes)) {
            changed.put(field, value);
        }
    }

    /** What the catalog says of a model's end goes before what price maps say, which confuse its announcement with the end itself. */
    private void lifecycle(String day, String value, Notes notes) {
        if (entry.value(DEPRECATED) != null) {
            notes.add(Reason.OTHER_LIMIT, "deprecated, in the file on " + day);
        } else if (!(entry.value(LIFECYCLE) instanceof Located.Fields known)) {
            changed.put(LIFECYCLE, value);
        } else {
            String announced = text(known, DEPRECATED);
            boolean isBefore = text(known, "retired").compareTo(day) >= 0;
            if (announced.isEmpty() && isBefore) {
                changed.put(LIFECYCLE, merged(LIFECYCLE, value));
            } else if (!announced.equals(day)) {
                notes.add(
                        Reason.OTHER_LIMIT, "lifecycle " + known.span().text() + ", in the file deprecated on " + day);
            }
        }
    }

    private void limit(String field, long tokens, Notes notes) {
        if (tokens > 0
                && entry.value(field) instanceof Located.Digits(String digits, var _, var _)
                && !digits.equals(Long.toString(tokens))) {
            notes.add(Reason.OTHER_LIMIT, field + " " + digits + ", in the file " + tokens);
        }
    }

    private void prices(List<Price.Period> now, String value, Notes notes) {
        Located written = entry.value(PRICES);
        if (written == null) {
            changed.put(PRICES, value);
            return;
        }
        var update = new UpdatedPrices(CatalogPeriods.read(written.span().text()), now, date);
        if (!update.isChange()) {
            return;
        }
        if (isNewer(PRICES, notes)) {
            return;
        }
        update.note(id(), notes);
        isMixed = update.isMixed();
        changed.put(PRICES, EntryText.prices(update.periods()));
    }

    /** Whether a source of a field is of a later day than the price map. */
    private boolean isNewer(String field, Notes notes) {
        boolean isNewer = sources().map(all -> all.date(field)).orElse("").compareTo(date.toString()) > 0;
        if (isNewer) {
            notes.add(Reason.NEWER, id() + ": " + field);
        }
        return isNewer;
    }

    private Optional<UpdatedSources> sources() {
        return Optional.ofNullable(entry.value(SOURCES)).map(UpdatedSources::new);
    }

    /** What the entry says and the price map does not, such as the day on which a model is retired, stays. */
    private String merged(String field, String value) {
        if (entry.value(field) instanceof Located.Fields before
                && CatalogPeriods.given(value) instanceof Given.Fields(var now)) {
            var parts = new ArrayList<String>();
            for (Located.Field part : before.fields()) {
                if (!now.containsKey(part.name())) {
                    parts.add(EntryText.text(part.name()) + ": "
                            + part.value().span().text());
                }
            }
            if (!parts.isEmpty()) {
                return value.substring(0, value.length() - 1) + ", " + String.join(", ", parts) + "}";
            }
        }
        return value;
    }

    /** What has to be written in another way. */
    List<TextEdit> edits() {
        if (changed.isEmpty()) {
            return List.of();
        }
        var edits = new ArrayList<TextEdit>();
        var added = new StringBuilder();
        changed.forEach((field, value) -> {
            Located before = entry.value(field);
            if (before != null) {
                edits.add(new TextEdit(before.span().start(), before.span().end(), value));
            } else {
                added.append(EntryText.text(field))
                        .append(": ")
                        .append(value)
                        .append(',')
                        .append(separator());
            }
        });
        for (Located.Field field : entry.fields()) {
            if (field.name().equals(SOURCES)) {
                int start = field.nameSpan().start();
                edits.add(new TextEdit(start, start, added.toString()));
                var gone = new HashSet<>(changed.keySet());
                if (isMixed) {
                    gone.remove(PRICES);
                }
                edits.add(new UpdatedSources(field.value()).edit(gone, changed.keySet(), form.origin(), date));
            }
        }
        return edits;
    }

    /** A new line where the sources stand on one of their own. */
    private String separator() {
        return entry.fields().stream()
                .filter(field -> field.name().equals(SOURCES))
                .findFirst()
                .map(field -> TextLayout.before(field.nameSpan()))
                .orElse(" ");
    }

    private String text(String field) {
        return text(entry, field);
    }

    private static String text(Located.Fields fields, String field) {
        @Nullable Located value = fields.value(field);
        return value instanceof Located.Text(String text, var _, var _) ? text : "";
    }
}
