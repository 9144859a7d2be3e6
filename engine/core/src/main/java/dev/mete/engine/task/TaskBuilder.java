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

    /** How many problems are told one by one; a task of nothing but mistakes is answered as briefly as any. */
    private static final int MOST_PROBLEMS = 100;

    /** Far more digits before and after the point than any bound has, and few enough for exact arithmetic to be cheap. */
    private static final int MOST_DIGITS = 30;

    private static final int MOST_FRACTION_DIGITS = 1_000;

    private final TaskSchema schema;
    private final TaskSlots slots;
    private final List<TaskProblem> problems = new ArrayList<>();
    private int untold;

    public TaskBuilder(TaskSchema schema) {
        this.schema = schema;
        this.slots = new TaskSlots(schema);
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
            case Flag(), TextSet() -> wrongType(slot, name, "the text " + Spelling.quoted(value));
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
            wrongType(slot, name, "the number " + Spelling.number(value));
        } else if (type.unit().isDimensioned() && name.equals(feature.name())) {
            problem(
                    "T0004",
                    name,
                    "`" + name + "` needs a unit, a bare number has none",
                    "send " + Spelling.example(feature));
        } else {
            quantity(slot, name, type, value, Spelling.number(value));
        }
        return this;
    }

    /** Takes true or false. */
    public TaskBuilder flag(String name, boolean value) {
        int slot = slot(name, false);
        if (slot >= 0) {
            if (schema.feature(slot).type() instanceof Flag) {
                slots.number(slot, value ? 1 : 0);
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
        slots.members(slot, Set.copyOf(members));
        return this;
    }

    /**
     * Takes a value that is already typed, as generators and tests have it.
     *
     * @throws IllegalArgumentException where the feature does not take it
     */
    public TaskBuilder value(String name, Value value) {
        int slot = slot(name, false);
        if (slot >= 0) {
            if (!schema.feature(slot).type().takes(value)) {
                throw new IllegalArgumentException(name + " does not take " + value);
            }
            slots.value(slot, value);
        }
        return this;
    }

    /** Notes that a feature has a value of a form that no feature takes, such as null or an object. */
    public TaskBuilder unusable(String name, String found) {
        int slot = slot(name, false);
        if (slot >= 0) {
            wrongType(slot, name, Spelling.shortened(found));
        }
        return this;
    }

    /** Notes a problem that the reader of the outer form found, such as a list member that is no text. */
    public TaskBuilder problem(TaskProblem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            untold++;
        }
        return this;
    }

    /** The task, or all problems. */
    public TaskReading build() {
        for (int slot = 0; slot < schema.size(); slot++) {
            if (schema.requires(slot) && !slots.isTaken(slot)) {
                Feature feature = schema.feature(slot);
                problem(
                        "T0002",
                        feature.name(),
                        "`" + feature.name() + "` is missing"
                                + (feature.meaning().isEmpty() ? "" : ": " + feature.meaning()),
                        "send " + Spelling.example(feature));
            }
        }
        if (untold > 0) {
            problems.add(new TaskProblem("T0099", "", "more is wrong: " + untold + " problems beside these", null));
        }
        return problems.isEmpty() ? new TaskReading.Accepted(slots.task()) : new TaskReading.Refused(problems);
    }

    private int slot(String name, boolean isNumber) {
        int slot = schema.slot(name);
        if (slot < 0) {
            slot = suffixedSlot(name, isNumber);
        }
        if (slot < 0) {
            return -1;
        }
        if (!slots.take(slot)) {
            problem("T0003", name, "`" + schema.feature(slot).name() + "` is given twice", "send it once");
            return -1;
        }
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
                    slots.take(slot);
                    problem(
                            "T0005",
                            name,
                            "`" + name + "` takes a bare number",
                            "send " + Spelling.example(schema.feature(slot)));
                    return -1;
                }
            }
        }
        unknown(name);
        return -1;
    }

    private void unknown(String name) {
        if (problems.size() >= MOST_PROBLEMS) {
            untold++;
            return;
        }
        var known = new LinkedHashSet<String>();
        for (Feature feature : schema.features()) {
            known.add(feature.name());
            known.add(feature.jsonName());
        }
        String help = NearestName.of(name, known)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> "known are " + names());
        problem("T0001", name, "unknown feature `" + Spelling.shortened(name) + "`", help);
    }

    private void words(int slot, String name, String value) {
        checkLength(name, "/" + escaped(name), value);
        slots.text(slot, value);
    }

    private void checkLength(String name, String pointer, String value) {
        if (!FeatureType.isShortEnough(value)) {
            problem(new TaskProblem(
                    "T0006",
                    pointer,
                    "a text of `" + name + "` has " + value.codePointCount(0, value.length()) + " characters",
                    "at most " + FeatureType.LONGEST_TEXT + " are allowed"));
        }
    }

    private void closed(int slot, String name, OneOf type, String value) {
        int position = type.values().indexOf(value);
        if (position < 0) {
            problem(
                    "T0007",
                    name,
                    "`" + name + "` has no value " + Spelling.quoted(value),
                    NearestName.help(value, type.values()));
        } else {
            slots.number(slot, position);
        }
    }

    private void writtenQuantity(int slot, String name, Quantity type, String value) {
        var written = QuantityText.read(value);
        if (written.isEmpty() || !takes(type.unit(), written.get().unit())) {
            wrongType(slot, name, "the text " + Spelling.quoted(value));
        } else {
            quantity(slot, name, type, written.get().value(), value.strip());
        }
    }

    private static boolean takes(Unit expected, Unit written) {
        return written == expected || (written == Unit.NUMBER && !expected.isDimensioned());
    }

    private void quantity(int slot, String name, Quantity type, BigDecimal value, String shown) {
        // a short text can be a huge number: sizes are compared before any digit is made
        BigDecimal exact = value.signum() == 0 ? BigDecimal.ZERO : value;
        if ((long) exact.precision() - exact.scale() > MOST_DIGITS) {
            outOfBounds(name, type, shown);
        } else if (exact.scale() > MOST_FRACTION_DIGITS) {
            tooFine(name, type, shown);
        } else {
            BigDecimal parts = exact.multiply(BigDecimal.valueOf(type.unit().scale()));
            if (parts.stripTrailingZeros().scale() > 0) {
                tooFine(name, type, shown);
            } else if (parts.compareTo(BigDecimal.valueOf(type.least())) < 0
                    || parts.compareTo(BigDecimal.valueOf(type.most())) > 0) {
                outOfBounds(name, type, shown);
            } else {
                slots.number(slot, parts.longValueExact());
            }
        }
    }

    private void tooFine(String name, Quantity type, String shown) {
        problem("T0008", name, "`" + name + "` is finer than " + Spelling.finest(type.unit()), "round " + shown);
    }

    private void outOfBounds(String name, Quantity type, String shown) {
        problem(
                "T0006",
                name,
                "`" + name + "` is out of bounds: " + shown,
                "it goes from " + type.unit().format(type.least()) + " to "
                        + type.unit().format(type.most()));
    }

    private void wrongType(int slot, String name, String found) {
        Feature feature = schema.feature(slot);
        problem(
                "T0005",
                name,
                "`" + name + "` is " + feature.type().description() + ", not " + found,
                "send " + Spelling.example(feature));
    }

    private void problem(String code, String name, String message, @Nullable String help) {
        problem(new TaskProblem(code, "/" + escaped(name), message, help));
    }

    private String names() {
        return schema.features().stream().map(Feature::name).limit(40).collect(Collectors.joining(", "));
    }

    /** A name as a reference token of a JSON pointer (RFC 6901, section 3). */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
