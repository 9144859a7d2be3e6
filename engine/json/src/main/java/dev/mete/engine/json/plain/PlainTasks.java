package dev.mete.engine.json.plain;

import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.TaskSlots;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads tasks that are written plainly: in ASCII without escapes, numbers without exponents, each feature once, all of them known, of their type and within
 * their bounds. Anything else it leaves to {@link dev.mete.engine.json.TaskJson}, which says what is wrong if something is; what it does read, that reads
 * alike. Thread-safe.
 */
public final class PlainTasks {
    private static final byte[] WRAPPED = {'t', 'a', 's', 'k'};

    private final TaskSchema schema;
    private final AsciiTable<Field> fields;

    /** A name in JSON and what may stand behind it. */
    private sealed interface Field {
        int slot();

        /** A bare number: so many digits may stand after the point. */
        record Figure(int slot, int digits, long least, long most) implements Field {}

        /** A word of a closed type. */
        record Word(int slot, AsciiTable<Integer> positions) implements Field {}

        /** A text, or members of a set. */
        record Text(int slot, boolean isSet) implements Field {}

        /** True or false. */
        record Flag(int slot) implements Field {}

        /** Any value that is plain, which is passed over. */
        record Foreign() implements Field {
            @Override
            public int slot() {
                return -1;
            }
        }
    }

    /** For the tasks of a schema. */
    public PlainTasks(TaskSchema schema) {
        this(schema, List.of());
    }

    /** For the tasks of a schema, in which features of other schemas stand too that it does not know. */
    public PlainTasks(TaskSchema schema, List<TaskSchema> others) {
        this.schema = schema;
        List<AsciiTable.Entry<Field>> names = new ArrayList<>();
        for (int slot = 0; slot < schema.size(); slot++) {
            Feature feature = schema.feature(slot);
            names.add(new AsciiTable.Entry<>(feature.jsonName(), field(slot, feature.type())));
        }
        Set<String> known = new HashSet<>();
        schema.features().forEach(feature -> known.addAll(List.of(feature.name(), feature.jsonName())));
        for (TaskSchema other : others) {
            for (Feature feature : other.features()) {
                if (known.addAll(List.of(feature.name(), feature.jsonName()))) {
                    names.add(new AsciiTable.Entry<>(feature.jsonName(), new Field.Foreign()));
                }
            }
        }
        this.fields = new AsciiTable<>(names);
    }

    private static Field field(int slot, FeatureType type) {
        return switch (type) {
            case FeatureType.Flag() -> new Field.Flag(slot);
            case FeatureType.Quantity(Unit unit, long least, long most) ->
                new Field.Figure(slot, Long.toString(unit.scale()).length() - 1, least, most);
            case FeatureType.OneOf(List<String> values, var _) -> {
                List<AsciiTable.Entry<Integer>> words = new ArrayList<>();
                for (int position = 0; position < values.size(); position++) {
                    words.add(new AsciiTable.Entry<>(values.get(position), position));
                }
                yield new Field.Word(slot, new AsciiTable<>(words));
            }
            case FeatureType.Text() -> new Field.Text(slot, false);
            case FeatureType.TextSet() -> new Field.Text(slot, true);
        };
    }

    /** What may stand behind the task of a request. */
    public interface Rest {
        /** Takes the bytes behind the task to the end of the request; says whether they are plain and known. */
        boolean takes(byte[] bytes, int from, int to);
    }

    /** The task of a request {@code {"task": {...}}} that fills the bytes but for white space; null where it is not plain. */
    public @Nullable Task request(byte[] bytes, int from, int to) {
        return request(bytes, from, to, PlainTasks::ends);
    }

    /** The task of a request {@code {"task": {...} ...}} that fills the bytes; null where it is not plain, or the rest is not taken. */
    public @Nullable Task request(byte[] bytes, int from, int to, Rest rest) {
        var in = new AsciiCursor(bytes, from, to);
        Task task = begins(in) ? object(in) : null;
        return task != null && rest.takes(bytes, in.at(), to) ? task : null;
    }

    /** The tasks of an array of requests {@code [{"task": {...}}, ...]} that fills the bytes; null where it is not plain, empty, or longer than so many. */
    public @Nullable List<Task> requests(byte[] bytes, int from, int to, int most) {
        var in = new AsciiCursor(bytes, from, to);
        if (!in.takes('[')) {
            return null;
        }
        List<Task> tasks = new ArrayList<>();
        do {
            Task task = tasks.size() < most && begins(in) ? object(in) : null;
            if (task == null || !in.takes('}')) {
                return null;
            }
            tasks.add(task);
        } while (in.takes(','));
        return in.takes(']') && in.isAtEnd() ? tasks : null;
    }

    private static boolean begins(AsciiCursor in) {
        return in.takes('{') && in.takes('"') && in.is(WRAPPED) && in.takes(':');
    }

    private static boolean ends(byte[] bytes, int from, int to) {
        var in = new AsciiCursor(bytes, from, to);
        return in.takes('}') && in.isAtEnd();
    }

    /** The task that fills the bytes but for white space; null where it is not plain. */
    public @Nullable Task task(byte[] bytes, int from, int to) {
        var in = new AsciiCursor(bytes, from, to);
        Task task = object(in);
        return task != null && in.isAtEnd() ? task : null;
    }

    private @Nullable Task object(AsciiCursor in) {
        if (!in.takes('{')) {
            return null;
        }
        var slots = new TaskSlots(schema);
        if (in.takes('}')) {
            return slots.isComplete() ? slots.task() : null;
        }
        do {
            Field field = in.takes('"') ? in.name(fields) : null;
            if (field == null
                    || !in.takes(':')
                    || (field.slot() >= 0 && !slots.take(field.slot()))
                    || !value(in, field, slots)) {
                return null;
            }
        } while (in.takes(','));
        return in.takes('}') && slots.isComplete() ? slots.task() : null;
    }

    private static boolean value(AsciiCursor in, Field field, TaskSlots slots) {
        return switch (field) {
            case Field.Figure(int slot, int digits, long least, long most) -> {
                long number = in.number(digits);
                boolean isGood = number != AsciiCursor.NO_NUMBER && number >= least && number <= most;
                if (isGood) {
                    slots.number(slot, number);
                }
                yield isGood;
            }
            case Field.Word(int slot, var positions) -> {
                Integer position = in.takes('"') ? in.name(positions) : null;
                if (position != null) {
                    slots.number(slot, position);
                }
                yield position != null;
            }
            case Field.Text(int slot, boolean isSet) -> isSet ? members(in, slot, slots) : text(in, slot, slots);
            case Field.Flag(int slot) -> {
                int flag = in.flag();
                if (flag >= 0) {
                    slots.number(slot, flag);
                }
                yield flag >= 0;
            }
            case Field.Foreign() -> in.passValue();
        };
    }

    private static boolean text(AsciiCursor in, int slot, TaskSlots slots) {
        String text = in.takes('"') ? in.text(FeatureType.LONGEST_TEXT) : null;
        if (text != null) {
            slots.text(slot, text);
        }
        return text != null;
    }

    private static boolean members(AsciiCursor in, int slot, TaskSlots slots) {
        if (!in.takes('[')) {
            return false;
        }
        List<String> members = new ArrayList<>();
        if (!in.takes(']')) {
            do {
                String member = in.takes('"') ? in.text(FeatureType.LONGEST_TEXT) : null;
                if (member == null || members.size() == FeatureType.LARGEST_SET) {
                    return false;
                }
                members.add(member);
            } while (in.takes(','));
            if (!in.takes(']')) {
                return false;
            }
        }
        slots.members(slot, Set.copyOf(members));
        return true;
    }
}
