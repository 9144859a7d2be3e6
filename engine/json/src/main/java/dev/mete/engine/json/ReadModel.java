package dev.mete.engine.json;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
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
            "input_limit",
            "output_limit",
            "thinking",
            "deprecated",
            "lifecycle",
            "prices",
            "service_tiers",
            "service_tier",
            "self_hosted",
            "speeds",
            "thinking_lengths",
            "errors",
            "notes",
            "sources");

    /** The number of the diagnostic for two figures that do not go together. */
    static final int OUT_OF_LINE = 8;

    /** The number of the diagnostic for what names something that the entry does not have. */
    static final int NOT_THERE = 10;

    /** The number of the diagnostic for times that overlap, leave a gap, or end before they begin. */
    static final int BAD_TIME = 11;

    static final long MOST_TOKENS = 100_000_000;

    private static final int LONGEST_NOTES = 1_000;
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]*/[a-z0-9][A-Za-z0-9._:-]*");
    private static final int LONGEST_ID = 120;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}");

    private final Located item;
    private final FormReading form;
    private final LocalDate today;

    /**
     * A reader for one model.
     *
     * @param today the catalog's own day
     */
    ReadModel(Located item, FormReading form, LocalDate today) {
        this.item = item;
        this.form = form;
        this.today = today;
    }

    /** The text that the model has as its id, whatever else is wrong. */
    Optional<Located.Text> id() {
        return item instanceof Located.Fields fields && fields.value("id") instanceof Located.Text id
                ? Optional.of(id)
                : Optional.empty();
    }

    /** The model, or nothing where it lacks a part; the form then has the reasons. */
    Optional<PricedModel> read() {
        return form.fields(item, FIELDS).flatMap(this::model);
    }

    private Optional<PricedModel> model(FieldsReading fields) {
        var id = named(fields, "id", ID, "provider and model, as in `openai/gpt-5.5`")
                .filter(text -> isShort(text, fields.value("id")));
        var provider = named(fields, "provider", PROVIDER, "a name of lower-case letters and digits");
        var name = named(fields, "name", NAME, "the model's name as its API takes it");
        var api = fields.required("api")
                .flatMap(value -> form.word(value, "API dialect", ApiDialect.words(), ApiDialect::of));
        long window = tokens(fields.required("context_window"));
        long input = tokens(fields.optional("input_limit"));
        long output = tokens(fields.required("output_limit"));
        checkProvider(fields, id, provider);
        checkWithin(window, input, fields, "input_limit");
        checkWithin(window, output, fields, "output_limit");
        @Nullable
        Thinking thinking = fields.optional("thinking")
                .flatMap(value -> new ReadThinking(form, output).read(value))
                .orElse(null);
        var lifecycle = new ReadLifecycle(form, today).read(fields);
        var pricing = new ReadPricing(form).read(fields);
        var figures = figures(fields, efforts(fields, thinking), pricing);
        fields.optional("notes").ifPresent(value -> form.text(value, LONGEST_NOTES));
        new ReadSources(form).read(fields);
        if (id.isEmpty() || provider.isEmpty() || name.isEmpty() || api.isEmpty() || window == 0 || output == 0) {
            return Optional.empty();
        }
        var model = new Model(
                id.get(),
                provider.get(),
                api.get(),
                name.get(),
                window,
                input == 0 ? window : input,
                output,
                thinking,
                lifecycle,
                figures);
        return Optional.of(new PricedModel(model, pricing.schedule()));
    }

    private Figures figures(FieldsReading fields, @Nullable NavigableSet<Effort> efforts, Pricing pricing) {
        return new Figures(
                pricing.ofGpus(),
                pricing.hosting(),
                pricing.serviceTier(),
                fields.optional("speeds")
                        .map(value -> new ReadSpeeds(form, efforts).read(value))
                        .orElse(Map.of()),
                fields.optional("thinking_lengths")
                        .map(value -> new ReadLengths(form, efforts).read(value))
                        .orElse(Map.of()),
                fields.optional("errors")
                        .map(value -> new ReadErrors(form, efforts).read(value))
                        .orElse(ErrorRates.UNKNOWN));
    }

    /** The effort levels that the model has; null where it thinks and nobody can tell how. */
    private static @Nullable NavigableSet<Effort> efforts(FieldsReading fields, @Nullable Thinking thinking) {
        if (fields.optional("thinking").isEmpty()) {
            return Collections.unmodifiableNavigableSet(new TreeSet<>(List.of(Effort.NONE)));
        }
        return thinking == null ? null : thinking.efforts();
    }

    private Optional<String> named(FieldsReading fields, String field, Pattern pattern, String wanted) {
        return fields.required(field).flatMap(value -> form.text(value, pattern, wanted));
    }

    /** A pattern cannot bound both the parts of an id and the whole. */
    private boolean isShort(String id, Located value) {
        boolean isShort = id.length() <= LONGEST_ID;
        if (!isShort) {
            form.wrongForm(value, "an id of at most " + LONGEST_ID + " characters", null);
        }
        return isShort;
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
    private long tokens(Optional<Located> value) {
        return value.isEmpty() ? 0 : form.whole(value.get(), 1, MOST_TOKENS).orElse(0);
    }

    private void checkWithin(long window, long limit, FieldsReading fields, String name) {
        if (window > 0 && limit > window) {
            Located value = fields.value(name);
            form.error(
                    OUT_OF_LINE,
                    value.span(),
                    form.name(value) + " is above the context window of " + window + " tokens",
                    "input and output share the window: write the lower one of the two into `" + name + "`");
        }
    }
}
