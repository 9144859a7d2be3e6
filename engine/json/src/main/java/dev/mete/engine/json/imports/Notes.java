package dev.mete.engine.json.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What could not be carried over of one model: reasons with details, and the fields that nothing asked for. Not thread-safe. */
final class Notes {
    /** A reason, and which figure it is about; empty where the reason says all. */
    record Note(Reason reason, String detail) {}

    private final List<Note> notes = new ArrayList<>();
    private final SortedSet<String> fields = new TreeSet<>();

    void add(Reason reason, String detail) {
        notes.add(new Note(reason, detail));
    }

    List<Note> all() {
        return Collections.unmodifiableList(notes);
    }

    /** The fields that are left, by their paths. */
    SortedSet<String> fields() {
        return fields;
    }
}
