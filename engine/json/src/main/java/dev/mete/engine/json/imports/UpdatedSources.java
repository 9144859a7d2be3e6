package dev.mete.engine.json.imports;

import dev.mete.engine.json.Located;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sources of an entry of which some fields have come to be of another source. Immutable. */
final class UpdatedSources {
    private final Located sources;
    private final Set<String> changed;

    UpdatedSources(Located sources, Set<String> changed) {
        this.sources = sources;
        this.changed = Set.copyOf(changed);
    }

    /** The old sources without the fields that they state no more, and the new one. */
    TextEdit edit(String origin, LocalDate date) {
        var kept = new ArrayList<String>();
        String separator = " ";
        if (sources instanceof Located.Items(var items, var _, var _)) {
            separator =
                    items.isEmpty() ? " " : TextLayout.before(items.getFirst().span());
            for (Located item : items) {
                String left = left(item);
                if (!left.isEmpty()) {
                    kept.add(left);
                }
            }
        }
        kept.add(EntryText.source(changed.stream().sorted().toList(), origin, date.toString()));
        boolean isInLines = separator.startsWith("\n");
        String end = isInLines ? TextLayout.before(lastSign()) : "";
        return new TextEdit(
                sources.span().start(),
                sources.span().end(),
                "[" + (isInLines ? separator : "") + String.join("," + separator, kept)
                        + (end.isBlank() && isInLines ? end : "") + "]");
    }

    private dev.mete.engine.diagnostic.Span lastSign() {
        var span = sources.span();
        return span.source().span(span.end() - 1, span.end());
    }

    /** A source as it is written, but for the fields that it states no more; nothing where it states none. */
    private String left(Located item) {
        if (!(item instanceof Located.Fields source) || !(source.value("covers") instanceof Located.Items covers)) {
            return item.span().text();
        }
        List<String> left = covers.items().stream()
                .filter(field -> !(field instanceof Located.Text(String name, var _, var _) && changed.contains(name)))
                .map(field -> field.span().text())
                .toList();
        if (left.size() == covers.items().size()) {
            return item.span().text();
        }
        String text = item.span().text();
        int start = covers.span().start() - item.span().start();
        int end = covers.span().end() - item.span().start();
        return left.isEmpty()
                ? ""
                : text.substring(0, start) + "[" + String.join(", ", left) + "]" + text.substring(end);
    }
}
