package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.json.FormReading;
import dev.mete.engine.json.Located;
import dev.mete.engine.json.ReadLocated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Warns of what has grown old in a catalog that is right. Immutable. */
final class CatalogAge {
    private static final Duration OLD = Duration.ofDays(180);
    private static final String OLD_FIGURES = "C0101";
    private static final String RETIRED = "C0102";

    private final Source source;
    private final Instant now;
    private final Located.@Nullable Fields root;

    CatalogAge(Source source, Instant now) {
        this.source = source;
        this.now = now;
        this.root =
                new ReadLocated(source, new FormReading('C', true)).read().orElse(null) instanceof Located.Fields fields
                        ? fields
                        : null;
    }

    List<Diagnostic> warnings(Catalog catalog) {
        var warnings = new ArrayList<Diagnostic>();
        long days = Duration.between(catalog.asOf(), now).toDays();
        if (days > OLD.toDays()) {
            warnings.add(Diagnostic.warning(
                    OLD_FIGURES,
                    asOf(),
                    "the figures were last looked up on " + CatalogList.day(catalog.asOf()) + ", " + days + " days ago",
                    "look them up again, for instance with `mete catalog import FILE --into " + source.name()
                            + "`, and write the day into `as_of`"));
        }
        LocalDate today = CatalogList.day(now);
        for (Model model : catalog.models()) {
            if (model.lifecycle().isRetired(today)) {
                warnings.add(Diagnostic.warning(
                        RETIRED,
                        place(model.id()),
                        "`" + model.id() + "` is retired since "
                                + model.lifecycle().retired(),
                        "let policies name another model, and remove this one"));
            }
        }
        return warnings.stream().sorted(Diagnostic.BY_PLACE).toList();
    }

    private Span asOf() {
        Located written = root == null ? null : root.value("as_of");
        return written == null ? source.start() : written.span();
    }

    private Span place(String id) {
        if (root != null && root.value("models") instanceof Located.Items(var models, var _, var _)) {
            for (Located model : models) {
                if (model instanceof Located.Fields fields
                        && fields.value("id") instanceof Located.Text(String text, Span span, var _)
                        && text.equals(id)) {
                    return span;
                }
            }
        }
        return source.start();
    }
}
