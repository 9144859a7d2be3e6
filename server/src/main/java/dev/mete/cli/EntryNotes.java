package dev.mete.cli;

import dev.mete.engine.json.FormReading;
import dev.mete.engine.json.Located;
import dev.mete.engine.json.ReadLocated;
import dev.mete.engine.load.ReadText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an entry of a catalog says for people alone: tiers that other entries can have, notes, and sources. Immutable. */
final class EntryNotes {
    private final Optional<Located.Fields> entry;

    /** The notes of the entry of an id; of a file that can be read. */
    EntryNotes(Path file, String id) {
        this.entry = models(file).stream()
                .filter(Located.Fields.class::isInstance)
                .map(Located.Fields.class::cast)
                .filter(model -> text(model, "id").equals(id))
                .findFirst();
    }

    private static List<Located> models(Path file) {
        return ReadText.of(file, file.toString()) instanceof ReadText.Text(var source)
                        && new ReadLocated(source, new FormReading('C', true))
                                        .read()
                                        .orElse(null)
                                instanceof Located.Fields root
                        && root.value("models") instanceof Located.Items(var items, var _, var _)
                ? items
                : List.of();
    }

    String text() {
        var text = new StringBuilder();
        entry.ifPresent(fields -> {
            if (fields.value("service_tiers") instanceof Located.Fields tiers) {
                text.append("  service tiers ")
                        .append(tiers.fields().stream()
                                .map(tier ->
                                        tier.name() + " x" + tier.value().span().text())
                                .collect(Collectors.joining(", ")))
                        .append('\n');
            }
            if (!text(fields, "notes").isEmpty()) {
                text.append("  ").append(text(fields, "notes")).append('\n');
            }
            if (fields.value("sources") instanceof Located.Items(var sources, var _, var _)) {
                text.append("  sources\n");
                sources.forEach(
                        source -> text.append("    ").append(source(source)).append('\n'));
            }
        });
        return text.toString();
    }

    private static String source(Located source) {
        if (!(source instanceof Located.Fields fields) || !(fields.value("covers") instanceof Located.Items covers)) {
            return "";
        }
        List<String> names = covers.items().stream()
                .map(field -> field instanceof Located.Text(String name, var _, var _) ? name : "")
                .toList();
        return text(fields, "source") + ", " + text(fields, "date") + ": " + String.join(", ", names);
    }

    private static String text(Located.Fields fields, String name) {
        return fields.value(name) instanceof Located.Text(String text, var _, var _) ? text : "";
    }
}
