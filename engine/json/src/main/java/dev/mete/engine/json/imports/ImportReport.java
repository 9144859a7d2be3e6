package dev.mete.engine.json.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What could not be carried over from a price map, by reasons. Not thread-safe. */
public final class ImportReport {
    private static final int FIRST = 3;

    private final PriceMap form;
    private final String done;
    private final Set<Reason> ignored;
    private final Map<Reason, List<String>> models = new EnumMap<>(Reason.class);
    private final Map<Reason, List<String>> parts = new EnumMap<>(Reason.class);
    private final Map<String, Integer> fields = new TreeMap<>();
    private final List<String> untouched = new ArrayList<>();
    private int read;
    private int taken;
    private int changed = -1;

    /**
     * A report without entries.
     *
     * @param done what became of the models that were taken
     * @param ignored reasons that are about nothing that was asked for
     */
    ImportReport(PriceMap form, String done, Set<Reason> ignored) {
        this.form = form;
        this.done = done;
        this.ignored = ignored;
    }

    void leftOut(String key, Reason reason, String detail) {
        read++;
        models.computeIfAbsent(reason, _ -> new ArrayList<>()).add(line(key, detail));
    }

    void taken(String key, Notes notes) {
        read++;
        taken++;
        notes.all().stream()
                .filter(note -> !ignored.contains(note.reason()))
                .forEach(note -> parts.computeIfAbsent(note.reason(), _ -> new ArrayList<>())
                        .add(line(key, note.detail())));
        notes.fields().forEach(field -> fields.merge(field, 1, Integer::sum));
    }

    /** Notes a model of the catalog that the price map does not have. */
    void untouched(String id) {
        untouched.add(id);
    }

    /** Notes how many models of the catalog are not as they were. */
    void changed(int models) {
        changed = models;
    }

    private static String line(String key, String detail) {
        return detail.isEmpty() ? key : key + " (" + detail + ")";
    }

    /** How many entries were read. */
    public int read() {
        return read;
    }

    /** How many models of the catalog are not as they were; -1 for a new catalog. */
    public int changed() {
        return changed;
    }

    /** How many models were taken. */
    public int taken() {
        return taken;
    }

    /** How many entries were read, and how many taken. */
    public String headline() {
        return form.origin() + ": " + counted(read) + " entries read, " + counted(taken) + " " + done;
    }

    /** The counts, with the first models of each reason. */
    public String summary() {
        return text(FIRST);
    }

    /** Everything. */
    public String whole() {
        return text(Integer.MAX_VALUE);
    }

    private String text(int first) {
        var text = new StringBuilder(headline()).append('\n');
        if (changed >= 0) {
            lines(text, "models of the catalog changed", changed);
        }
        if (!untouched.isEmpty()) {
            lines(text, "models of the catalog are not in the file, and stay as they are", untouched, first);
        }
        if (!models.isEmpty()) {
            text.append("left out:\n");
            models.forEach((reason, keys) -> lines(text, reason.sentence(), keys, first));
        }
        if (!parts.isEmpty()) {
            text.append("of those ").append(done).append(":\n");
            parts.forEach((reason, keys) -> lines(text, reason.sentence(), keys, first));
        }
        if (!fields.isEmpty()) {
            text.append("fields that a catalog has no place for: ")
                    .append(fields.entrySet().stream()
                            .map(field -> field.getKey() + " " + counted(field.getValue()))
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        return text.toString();
    }

    private static void lines(StringBuilder text, String sentence, int count) {
        text.append(String.format(Locale.ROOT, "%7s  %s\n", counted(count), sentence));
    }

    private static void lines(StringBuilder text, String sentence, List<String> keys, int first) {
        lines(text, sentence, keys.size());
        if (first == Integer.MAX_VALUE) {
            keys.forEach(key -> text.append("           ").append(key).append('\n'));
        } else {
            text.append("           ").append(String.join(", ", keys.subList(0, Math.min(first, keys.size()))));
            text.append(keys.size() > first ? ", …\n" : "\n");
        }
    }

    private static String counted(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
