package dev.mete.engine.json.imports;

import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.FormReading;
import dev.mete.engine.json.Located;
import dev.mete.engine.json.ReadLocated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A catalog whose prices, and other figures that change with time, are taken from a price map; all else stays as it is written. Used once. */
public final class UpdatedCatalog {
    private final Source catalog;
    private final List<UpdatedEntry> entries = new ArrayList<>();
    private final ImportReport report;

    private UpdatedCatalog(Source catalog, PriceMapModels models) {
        this.catalog = catalog;
        this.report = new ImportReport(models.form(), "found in the catalog", Reason.OF_THINKING);
    }

    /**
     * Updates a catalog.
     *
     * @param catalog one in which nothing is wrong
     * @param date the day that the figures are of
     */
    public static UpdatedCatalog of(Source catalog, PriceMapModels models, LocalDate date) {
        var updated = new UpdatedCatalog(catalog, models);
        new ReadLocated(catalog, new FormReading('C', true))
                .read()
                .filter(Located.Fields.class::isInstance)
                .map(root -> ((Located.Fields) root).value("models"))
                .filter(Located.Items.class::isInstance)
                .ifPresent(all -> ((Located.Items) all).items().forEach(model -> {
                    if (model instanceof Located.Fields fields) {
                        updated.entries.add(new UpdatedEntry(fields, models.form(), date));
                    }
                }));
        models.all().forEach(updated::take);
        updated.entries.stream()
                .filter(entry -> !entry.isTaken())
                .forEach(entry -> updated.report.untouched(entry.id()));
        updated.report.changed(
                (int) updated.entries.stream().filter(UpdatedEntry::isChanged).count());
        return updated;
    }

    /** What was not carried over, and which models of the catalog the file does not have. */
    public ImportReport report() {
        return report;
    }

    /** The catalog as JSON. */
    public String text() {
        var text = new StringBuilder(catalog.text());
        entries.stream()
                .flatMap(entry -> entry.edits().stream())
                .sorted(Comparator.comparingInt(TextEdit::start).reversed())
                .forEach(edit -> text.replace(edit.start(), edit.end(), edit.text()));
        return text.toString();
    }

    private void take(Found found) {
        switch (found) {
            case Found.Other(String key, Reason reason, String detail) -> report.leftOut(key, reason, detail);
            case Found.Model model -> {
                var matching =
                        entries.stream().filter(entry -> entry.isOf(model)).toList();
                String alike = entries.stream()
                        .filter(entry -> !matching.contains(entry) && entry.isLike(model))
                        .map(UpdatedEntry::id)
                        .collect(Collectors.joining(", "));
                if (matching.isEmpty()) {
                    report.leftOut(model.key(), alike.isEmpty() ? Reason.NOT_IN_CATALOG : Reason.OTHER_NAME, alike);
                } else if (matching.stream().allMatch(UpdatedEntry::isSelfHosted)) {
                    report.leftOut(model.key(), Reason.SELF_HOSTED, "");
                } else if (matching.stream().allMatch(UpdatedEntry::isTaken)) {
                    report.leftOut(
                            model.key(), Reason.TWICE, matching.getFirst().id());
                } else {
                    matching.stream()
                            .filter(entry -> !entry.isSelfHosted() && !entry.isTaken())
                            .forEach(entry -> entry.take(model));
                    if (!alike.isEmpty()) {
                        model.notes().add(Reason.ALIKE, alike);
                    }
                    report.taken(model.key(), model.notes());
                }
            }
        }
    }
}
