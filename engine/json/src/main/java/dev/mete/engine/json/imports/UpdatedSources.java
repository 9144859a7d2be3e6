package dev.mete.engine.json.imports;

import dev.mete.engine.json.Located;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The sources of an entry of which some fields have come to be of another source. Immutable. */
final class UpdatedSources {
    private final Located sources;

    UpdatedSources(Located sources) {
        this.sources = sources;
    }

    /** The latest day of a source that states a field; empty where none does. */
    String date(String field) {
        return items().stream()
                .flatMap(item -> item instanceof Located.Fields source ? Stream.of(source) : Stream.empty())
                .filter(source -> covers(source).anyMatch(name -> isText(name, Set.of(field))))
                .map(source -> source.value("date") instanceof Located.Text(String day, var _, var _) ? day : "")
                .max(String::compareTo)
                .orElse("");
    }

    private List<Located> items() {
        return sources instanceof Located.Items(var items, var _, var _) ? items : List.of();
    }

    private static Stream<Located> covers(Located.Fields source) {
        return source.value("covers") instanceof Located.Items(var items, var _, var _)
                ? items.stream()
                : Stream.empty();
    }

    private static boolean isText(Located value, Set<String> texts) {
        return value instanceof Located.Text(String text, var _, var _) && texts.contains(text);
    }

    /**
     * The old sources and the new one.
     *
     * @param gone fields that the old ones state no more
     * @param stated fields that the new one states
     */
    TextEdit edit(Set<String> gone, Set<String> stated, String origin, LocalDate date) {
        var kept = new ArrayList<String>();
        String separator = " ";
        if (sources instanceof Located.Items(var items, var _, var _)) {
            separator =
                    items.isEmpty() ? " " : TextLayout.before(items.getFirst().span());
            for (Located item : items) {
                String left = left(item, gone);
                if (!left.isEmpty()) {
                    kept.add(left);
                }
            }
        }
        kept.add(EntryText.source(stated.stream().sorted().toList(), origin, date.toString()));
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
    private static String left(Located item, Set<String> gone) {
        if (!(item instanceof Located.Fields source) || !(source.value("covers") instanceof Located.Items covers)) {
            return item.span().text();
        }
        List<String> left = covers.items().stream()
                .filter(field -> !isText(field, gone))
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
