package dev.mete.engine.json.imports;

import dev.mete.engine.catalog.ApiDialect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A catalog that is made of a price map alone: of each model that has what an entry needs. Not thread-safe; used once. */
public final class NewCatalog {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]*/[a-z0-9][A-Za-z0-9._:-]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}");
    private static final int LONGEST_ID = 120;
    private static final String INDENT = "      ";

    private final PriceMap form;
    private final LocalDate date;
    private final ImportReport report;
    private final List<String> entries = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private NewCatalog(PriceMap form, LocalDate date) {
        this.form = form;
        this.date = date;
        this.report = new ImportReport(form, "written", Set.of());
    }

    /**
     * Makes the catalog.
     *
     * @param date the day that the figures are of
     */
    public static NewCatalog of(PriceMapModels models, LocalDate date) {
        var catalog = new NewCatalog(models.form(), date);
        models.all().forEach(catalog::add);
        return catalog;
    }

    /** What was not carried over. */
    public ImportReport report() {
        return report;
    }

    /** The catalog as JSON; without a model it is none that can be read. */
    public String text() {
        return entries.stream()
                .collect(Collectors.joining(
                        ",\n",
                        "{\n  \"version\": 1,\n  \"as_of\": " + EntryText.text(date.toString())
                                + ",\n  \"models\": [\n",
                        "\n  ]\n}\n"));
    }

    private void add(Found found) {
        switch (found) {
            case Found.Other(String key, Reason reason, String detail) -> report.leftOut(key, reason, detail);
            case Found.Model model -> {
                Optional<Reason> lack = lack(model);
                if (lack.isPresent()) {
                    report.leftOut(model.key(), lack.get(), detail(lack.get(), model));
                } else {
                    entries.add(entry(model));
                    report.taken(model.key(), model.notes());
                }
            }
        }
    }

    private static String detail(Reason reason, Found.Model model) {
        return reason == Reason.OUTPUT_ABOVE_WINDOW
                ? model.limits().output() + " of " + model.limits().window()
                : reason == Reason.TWICE ? model.identity().id() : "";
    }

    /** What keeps a model out; what the file says wins over what Mete knows, so that the reason is the one to act on. */
    private Optional<Reason> lack(Found.Model model) {
        var identity = model.identity();
        if (identity.dialect() == null) {
            boolean isOwn = identity.provider().startsWith(Providers.OWN_DEPLOYMENTS);
            return Optional.of(isOwn ? Reason.OWN_DEPLOYMENT : Reason.NO_DIALECT);
        }
        if (identity.id().length() > LONGEST_ID
                || !ID.matcher(identity.id()).matches()
                || !NAME.matcher(identity.name()).matches()) {
            return Optional.of(Reason.BAD_NAME);
        }
        var limits = model.limits();
        if (limits.window() == 0) {
            return Optional.of(Reason.NO_WINDOW);
        }
        if (limits.output() == 0) {
            return Optional.of(Reason.NO_OUTPUT_LIMIT);
        }
        if (limits.output() > limits.window()) {
            return Optional.of(Reason.OUTPUT_ABOVE_WINDOW);
        }
        return ids.add(identity.id()) ? Optional.empty() : Optional.of(Reason.TWICE);
    }

    private String entry(Found.Model model) {
        var identity = model.identity();
        ApiDialect dialect = java.util.Objects.requireNonNull(identity.dialect());
        var fields = new LinkedHashMap<String, String>();
        fields.put("id", EntryText.text(identity.id()));
        fields.put("provider", EntryText.text(identity.provider()));
        fields.put("api", EntryText.text(dialect.word()));
        fields.put("name", EntryText.text(identity.name()));
        fields.put("context_window", Long.toString(model.limits().window()));
        fields.put("output_limit", Long.toString(model.limits().output()));
        if (model.thought().thinking() != null) {
            fields.put("thinking", EntryText.thinking(model.thought().thinking()));
        }
        fields.putAll(EntryText.figures(model.limits(), model.figures()));
        List<String> sources = sources(fields, model.thought().note());
        if (model.thought().note() != null) {
            fields.put("notes", EntryText.text(model.thought().note()));
        }
        return fields.entrySet().stream()
                        .map(field -> INDENT + EntryText.text(field.getKey()) + ": " + field.getValue())
                        .collect(Collectors.joining(",\n", "    {\n", ",\n"))
                + INDENT + "\"sources\": [\n" + INDENT + "  "
                + String.join(",\n" + INDENT + "  ", sources) + "\n" + INDENT + "]\n    }";
    }

    /** The file states most fields; what is made of something else says of what. */
    private List<String> sources(Map<String, String> fields, @Nullable String thoughtNote) {
        var covers = new ArrayList<>(fields.keySet());
        covers.removeAll(List.of("id", "api"));
        if (!covers.contains("thinking") && thoughtNote == null) {
            covers.add("thinking");
        }
        var sources = new ArrayList<String>();
        if (form == PriceMap.LITELLM) {
            covers.remove("context_window");
            sources.add(source(
                    List.of("context_window"),
                    form.origin() + ": its max_input_tokens, which the window cannot be below"));
        }
        if (thoughtNote != null) {
            sources.add(source(
                    List.of("thinking"),
                    form.origin() + ": it does not say whether or how the model thinks; left out"));
        }
        sources.addFirst(source(covers, form.origin()));
        sources.add(source(List.of("id", "api"), "made by `mete catalog import` of the provider and the name"));
        return sources;
    }

    private String source(List<String> covers, String source) {
        return EntryText.source(covers, source, date.toString());
    }
}
