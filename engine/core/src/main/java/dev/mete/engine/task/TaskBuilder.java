package dev.mete.engine.task;

import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.task.FeatureType.Flag;
import dev.mete.engine.task.FeatureType.OneOf;
import dev.mete.engine.task.FeatureType.Quantity;
import dev.mete.engine.task.FeatureType.Text;
import dev.mete.engine.task.FeatureType.TextSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a task from values as they are posted, and collects everything that is wrong with them. The one way from the outside into a {@link Task},
 * for JSON, fixtures and test blocks alike. Not thread-safe; used once.
 */
public final class TaskBuilder {
    private static final List<Unit> UNITS = List.of(Unit.values());

    private final TaskSchema schema;
    private final @Nullable Value[] given;
    private final boolean[] seen;
    private final List<TaskProblem> problems = new ArrayList<>();

    public TaskBuilder(TaskSchema schema) {
        this.schema = schema;
        this.given = new Value[schema.size()];
        this.seen = new boolean[schema.size()];
    }

    /** Takes a text: a closed type's value, a text, or a quantity with its unit. */
    public TaskBuilder text(String name, String value) {
        int slot = slot(name, false);
        if (slot < 0) {
            return this;
        }
        switch (schema.feature(slot).type()) {
            case Text() -> words(slot, name, value);
            case OneOf type -> closed(slot, name, type, value);
            case Quantity type -> writtenQuantity(slot, name, type, value);
            case Flag(), TextSet() -> wrongType(slot, name, "the text " + quoted(value));
        }
        return this;
    }

    /** Takes a bare number, in the unit that its name carries. */
    public TaskBuilder number(String name, BigDecimal value) {
        int slot = slot(name, true);
        if (slot < 0) {
            return this;
        }
        Feature feature = schema.feature(slot);
        if (!(feature.type() instanceof Quantity type)) {
            wrongType(slot, name, "the number " + shown(value));
        } else if (type.unit().isDimensioned() && name.equals(feature.name())) {
            problem("T0004", name, "`" + name + "` needs a unit, a bare number has none", "send " + spelling(feature));
        } else {
            quantity(slot, name, type, value);
        }
        return this;
    }

    /** Takes true or false. */
    public TaskBuilder flag(String name, boolean value) {
        int slot = slot(name, false);
        if (slot >= 0) {
            if (schema.feature(slot).type() instanceof Flag) {
                given[slot] = Value.flag(value);
            } else {
                wrongType(slot, name, Boolean.toString(value));
            }
        }
        return this;
    }

    /** Takes a list of texts as a set. */
    public TaskBuilder members(String name, List<String> values) {
        int slot = slot(name, false);
        if (slot < 0) {
            return this;
        }
        if (!(schema.feature(slot).type() instanceof TextSet)) {
            wrongType(slot, name, "a list");
            return this;
        }
        Set<String> members = new LinkedHashSet<>(values);
        if (members.size() > FeatureType.LARGEST_SET) {
            problem(
                    "T0006",
                    name,
                    "`" + name + "` has " + members.size() + " members",
                    "at most " + FeatureType.LARGEST_SET + " are allowed");
        }
        for (int i = 0; i < values.size(); i++) {
            checkLength(name, "/" + escaped(name) + "/" + i, values.get(i));
        }
        given[slot] = new Value.Members(members);
        return this;
    }

    /** Takes a value that is already typed, as generators and tests have it. */
    public TaskBuilder value(String name, Value value) {
        int slot = slot(name, false);
        if (slot >= 0) {
            given[slot] = value;
        }
        return this;
    }

    /** Notes that a feature has a value of a form that no feature takes, such as null or an object. */
    public TaskBuilder unusable(String name, String found) {
        int slot = slot(name, false);
        if (slot >= 0) {
            wrongType(slot, name, found);
        }
        return this;
    }

    /** Notes a problem that the reader of the outer form found, such as a list member that is no text. */
    public TaskBuilder problem(TaskProblem problem) {
        problems.add(problem);
        return this;
    }

    /** The task, or all problems. */
    public TaskReading build() {
        for (int slot = 0; slot < given.length; slot++) {
            if (schema.requires(slot) && !seen[slot]) {
                Feature feature = schema.feature(slot);
                problem(
                        "T0002",
                        feature.name(),
                        "`" + feature.name() + "` is missing: " + feature.meaning(),
                        "send " + spelling(feature));
            }
        }
        return problems.isEmpty()
                ? new TaskReading.Accepted(new Task(schema, given))
                : new TaskReading.Refused(problems);
    }

    private int slot(String name, boolean isNumber) {
        int slot = schema.slot(name);
        if (slot < 0) {
            slot = suffixedSlot(name, isNumber);
        }
        if (slot < 0) {
            return -1;
        }
        if (seen[slot]) {
            problem("T0003", name, "`" + schema.feature(slot).name() + "` is given twice", "send it once");
            return -1;
        }
        seen[slot] = true;
        return slot;
    }

    /** The slot of a name that carries its unit; notes a problem where there is none, or where the value is no number. */
    private int suffixedSlot(String name, boolean isNumber) {
        for (Unit unit : UNITS) {
            if (unit.isDimensioned() && name.endsWith(unit.jsonSuffix())) {
                int slot = schema.slot(
                        name.substring(0, name.length() - unit.jsonSuffix().length()));
                if (slot >= 0 && schema.feature(slot).jsonName().equals(name)) {
                    if (isNumber) {
                        return slot;
                    }
                    seen[slot] = true;
                    problem(
                            "T0005",
                            name,
                            "`" + name + "` takes a bare number",
                            "send " + spelling(schema.feature(slot)));
                    return -1;
                }
            }
        }
        var known = new ArrayList<String>();
        schema.features().forEach(feature -> {
            known.add(feature.name());
            if (!feature.jsonName().equals(feature.name())) {
                known.add(feature.jsonName());
            }
        });
        String help = NearestName.of(name, known)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> "known are " + names());
        problem("T0001", name, "unknown feature `" + name + "`", help);
        return -1;
    }

    private void words(int slot, String name, String value) {
        checkLength(name, "/" + escaped(name), value);
        given[slot] = new Value.Words(value);
    }

    private void checkLength(String name, String pointer, String value) {
        if (value.length() > FeatureType.LONGEST_TEXT) {
            problems.add(new TaskProblem(
                    "T0006",
                    pointer,
                    "a text of `" + name + "` has " + value.length() + " characters",
                    "at most " + FeatureType.LONGEST_TEXT + " are allowed"));
        }
    }

    private void closed(int slot, String name, OneOf type, String value) {
        int position = type.values().indexOf(value);
        if (position < 0) {
            problem(
                    "T0007",
                    name,
                    "`" + name + "` has no value " + quoted(value),
                    NearestName.help(value, type.values()));
        } else {
            given[slot] = new Value.Scalar(position);
        }
    }

    private void writtenQuantity(int slot, String name, Quantity type, String value) {
        var written = QuantityText.read(value);
        if (written.isEmpty() || !takes(type.unit(), written.get().unit())) {
            wrongType(slot, name, "the text " + quoted(value));
        } else {
            quantity(slot, name, type, written.get().value());
        }
    }

    private static boolean takes(Unit expected, Unit written) {
        return written == expected || (written == Unit.NUMBER && !expected.isDimensioned());
    }

    private void quantity(int slot, String name, Quantity type, BigDecimal value) {
        Unit unit = type.unit();
        if (!isReasonable(value)) {
            outOfBounds(name, type, shown(value));
            return;
        }
        BigDecimal parts = value.multiply(BigDecimal.valueOf(unit.scale())).stripTrailingZeros();
        if (parts.scale() > 0) {
            problem("T0008", name, "`" + name + "` is finer than " + finest(unit), "round " + shown(value));
        } else if (parts.compareTo(BigDecimal.valueOf(type.least())) < 0
                || parts.compareTo(BigDecimal.valueOf(type.most())) > 0) {
            outOfBounds(name, type, shown(value));
        } else {
            given[slot] = new Value.Scalar(parts.longValueExact());
        }
    }

    /** Whether exact arithmetic on a value is cheap; {@code 1e999999999} is a short text and a huge number. */
    private static boolean isReasonable(BigDecimal value) {
        return Math.abs((long) value.scale()) <= 64 && value.precision() <= 64;
    }

    private void outOfBounds(String name, Quantity type, String value) {
        problem(
                "T0006",
                name,
                "`" + name + "` is out of bounds: " + value,
                "it goes from " + type.unit().format(type.least()) + " to "
                        + type.unit().format(type.most()));
    }

    private void wrongType(int slot, String name, String found) {
        Feature feature = schema.feature(slot);
        problem(
                "T0005",
                name,
                "`" + name + "` is " + feature.type().description() + ", not " + found,
                "send " + spelling(feature));
    }

    private void problem(String code, String name, String message, @Nullable String help) {
        problems.add(new TaskProblem(code, "/" + escaped(name), message, help));
    }

    private String names() {
        return schema.features().stream().map(Feature::name).limit(40).collect(Collectors.joining(", "));
    }

    private static String finest(Unit unit) {
        return switch (unit) {
            case NUMBER, PERCENT -> "6 fraction digits";
            case TOKENS -> "one token";
            case MONEY -> "a nano-dollar (9 fraction digits)";
            case DURATION -> "a millisecond";
        };
    }

    private static String spelling(Feature feature) {
        String name = "\"" + feature.name() + "\": ";
        return switch (feature.type()) {
            case Flag() -> name + "true";
            case OneOf(var values, var _) -> name + "\"" + values.getFirst() + "\"";
            case Text() -> name + "\"…\"";
            case TextSet() -> name + "[\"…\"]";
            case Quantity(Unit unit, var _, var _) ->
                switch (unit) {
                    case NUMBER, TOKENS -> name + "1000";
                    case MONEY -> "\"" + feature.jsonName() + "\": 50 or " + name + "\"$50\"";
                    case DURATION -> "\"" + feature.jsonName() + "\": 20000 or " + name + "\"20s\"";
                    case PERCENT -> "\"" + feature.jsonName() + "\": 12.5 or " + name + "\"12.5%\"";
                };
        };
    }

    private static String shown(BigDecimal value) {
        return isReasonable(value) ? value.toPlainString() : value.toString();
    }

    private static String quoted(String value) {
        return "\"" + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + "\"";
    }

    /** A name as a reference token of a JSON pointer (RFC 6901, section 3). */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
