package dev.mete.engine.json;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one model of a catalog. Not thread-safe; used once. */
final class ReadModel {
    private static final List<String> FIELDS = List.of(
            "id",
            "provider",
            "api",
            "name",
            "context_window",
            "output_limit",
            "thinking",
            "deprecated",
            "notes",
            "sources");

    /** The number of the diagnostic for two figures that do not go together. */
    static final int OUT_OF_LINE = 8;

    static final long MOST_TOKENS = 100_000_000;

    private static final int LONGEST_NOTES = 1_000;
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]*/[a-z0-9][A-Za-z0-9._:-]*");
    private static final int LONGEST_ID = 120;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}");

    private final Located item;
    private final FormReading form;

    ReadModel(Located item, FormReading form) {
        this.item = item;
        this.form = form;
    }

    /** The text that the model has as its id, whatever else is wrong. */
    Optional<Located.Text> id() {
        return item instanceof Located.Fields fields && fields.value("id") instanceof Located.Text id
                ? Optional.of(id)
                : Optional.empty();
    }

    /** The model, or nothing where it lacks a part; the form then has the reasons. */
    Optional<Model> read() {
        return form.fields(item, FIELDS).flatMap(this::model);
    }

    private Optional<Model> model(FieldsReading fields) {
        var id = named(fields, "id", ID, LONGEST_ID, "provider and model, as in `openai/gpt-5.5`");
        var provider = named(fields, "provider", PROVIDER, LONGEST_ID, "a name of lower-case letters and digits");
        var name = named(fields, "name", NAME, Integer.MAX_VALUE, "the model's name as its API takes it");
        var api = fields.required("api")
                .flatMap(value -> form.word(value, "API dialect", ApiDialect.words(), ApiDialect::of));
        long window = tokens(fields, "context_window");
        long output = tokens(fields, "output_limit");
        checkProvider(fields, id, provider);
        checkOutput(fields, window, output);
        @Nullable
        Thinking thinking = fields.optional("thinking")
                .flatMap(value -> new ReadThinking(form, output).read(value))
                .orElse(null);
        boolean deprecated = fields.optional("deprecated").flatMap(form::flag).orElse(false);
        fields.optional("notes").ifPresent(this::checkNotes);
        new ReadSources(form).read(fields);
        if (id.isEmpty() || provider.isEmpty() || name.isEmpty() || api.isEmpty() || window == 0 || output == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Model(id.get(), provider.get(), api.get(), name.get(), window, output, thinking, deprecated));
    }

    private Optional<String> named(FieldsReading fields, String field, Pattern pattern, int longest, String wanted) {
        var value = fields.required(field);
        var text = value.flatMap(form::text);
        if (text.isPresent()
                && (text.get().length() > longest
                        || !pattern.matcher(text.get()).matches())) {
            form.wrongForm(value.get(), wanted, null);
            return Optional.empty();
        }
        return text;
    }

    private void checkProvider(FieldsReading fields, Optional<String> id, Optional<String> provider) {
        if (id.isPresent() && provider.isPresent() && !id.get().startsWith(provider.get() + "/")) {
            Located value = fields.optional("provider").orElse(fields.object());
            String first = id.get().substring(0, id.get().indexOf('/'));
            form.error(
                    OUT_OF_LINE,
                    value.span(),
                    form.name(value) + " is `" + provider.get() + "`, but the id starts with `" + first + "`",
                    "write the same provider in both");
        }
    }

    /** The number of tokens, or 0 where there is none. */
    private long tokens(FieldsReading fields, String field) {
        var value = fields.required(field);
        return value.isEmpty() ? 0 : form.whole(value.get(), 1, MOST_TOKENS).orElse(0);
    }

    private void checkOutput(FieldsReading fields, long window, long output) {
        if (window > 0 && output > window) {
            Located value = fields.optional("output_limit").orElse(fields.object());
            form.error(
                    OUT_OF_LINE,
                    value.span(),
                    form.name(value) + " is above the context window of " + window + " tokens",
                    "input and output share the window: write the lower one of the two into `output_limit`");
        }
    }

    private void checkNotes(Located notes) {
        form.text(notes)
                .filter(text -> text.length() > LONGEST_NOTES)
                .ifPresent(_ -> form.wrongForm(notes, "a text of at most " + LONGEST_NOTES + " characters", null));
    }
}
