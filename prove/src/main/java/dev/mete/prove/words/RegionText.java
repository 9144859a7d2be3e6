package dev.mete.prove.words;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Value;
import dev.mete.prove.space.Axis;
import dev.mete.prove.space.Cells;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Truth;
import dev.mete.prove.space.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says which tasks a region has, as a condition that the Mete language could hold. Stateless, thread-safe. */
public final class RegionText {
    /** The condition that all tasks meet. */
    public static final String ALL = "always";

    private final Space space;

    public RegionText(Space space) {
        this.space = space;
    }

    /** The condition of a region: what it asks of each feature, in the order of the features, then what mixes them. */
    public String of(Region region, List<Formula> rest) {
        var parts = new ArrayList<String>();
        for (int axis = 0; axis < space.axes().size(); axis++) {
            Cells cells = region.cells(axis);
            if (!cells.hasAll(space.all(axis)) && !(space.axes().get(axis) instanceof Axis.BucketLines)) {
                of(axis, cells).ifPresent(parts::add);
            }
        }
        parts.addAll(buckets(region));
        parts.addAll(
                Words.all(rest.stream().map(formula -> words(region, formula)).toList()));
        return parts.isEmpty() ? ALL : String.join(" and ", parts);
    }

    /** Of two policies with different buckets, the first is the older one. */
    private List<String> buckets(Region region) {
        var parts = new ArrayList<String>();
        for (int axis = space.bucketLines(); axis < space.axes().size(); axis++) {
            boolean isAsked = !region.cells(axis).hasAll(space.all(axis));
            if (isAsked && space.axes().get(axis) instanceof Axis.BucketLines lines) {
                String old = lines.policy() + 1 < space.policies() ? "old " : "";
                of(axis, region.cells(axis)).ifPresent(words -> parts.add(old + words));
            }
        }
        return parts.size() == 2 && parts.getFirst().equals("old " + parts.getLast()) ? parts.subList(1, 2) : parts;
    }

    /** What a formula says that the region does not say already. */
    private String words(Region region, Formula formula) {
        return switch (formula) {
            case Formula.AtMostZero(var _, String words) -> words;
            case Formula.All(var parts) -> joined(region, parts, Truth.ALL, true);
            case Formula.Any(var parts) -> joined(region, parts, Truth.NONE, false);
            case Formula.Test(int axis, var cells) -> of(axis, cells).orElse("");
        };
    }

    private String joined(Region region, List<Formula> parts, Truth known, boolean areAll) {
        var each = parts.stream()
                .filter(part -> region.truth(part) != known)
                .map(part -> words(region, part))
                .toList();
        var words = areAll ? Words.all(each) : Words.any(each);
        return words.size() == 1
                ? words.getFirst()
                : words.stream().collect(Collectors.joining(areAll ? " and " : " or ", "(", ")"));
    }

    private Optional<String> of(int axis, Cells cells) {
        return switch (space.axes().get(axis)) {
            case Axis.Ranges ranges -> Optional.of(ranges(ranges, cells));
            case Axis.Positions(int slot, int count) -> Optional.of(positions(slot, count, cells));
            case Axis.Texts texts -> Optional.of(texts(texts, cells));
            case Axis.Match(int slot, var match, var text) ->
                Optional.of(negatedIf(cells.has(0), name(slot) + " " + match.words() + " " + quoted(text)));
            case Axis.Member(int slot, var member) ->
                Optional.of(quoted(member) + (cells.has(0) ? " not in " : " in ") + name(slot));
            case Axis.Given(int slot) -> Optional.of(cells.has(0) ? "no " + name(slot) : "some " + name(slot));
            case Axis.BucketLines lines -> buckets(lines, cells);
        };
    }

    private static String negatedIf(boolean isNot, String condition) {
        return isNot ? "not (" + condition + ")" : condition;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private TaskSchema schema() {
        return space.schema();
    }

    private String name(int slot) {
        return schema().feature(slot).name();
    }

    private String value(int slot, long number) {
        return schema().feature(slot).type().format(new Value.Scalar(number));
    }

    /** Each run of cells is between two values; values between runs are taken out where they are fewer. */
    private String ranges(Axis.Ranges ranges, Cells cells) {
        var runs = runs(cells).stream().map(run -> between(ranges, run)).toList();
        return runs.size() == 1
                ? runs.getFirst()
                : runs.stream().map(RegionText::inBrackets).collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String inBrackets(String condition) {
        return condition.contains(" and ") ? "(" + condition + ")" : condition;
    }

    private String between(Axis.Ranges ranges, Cells.Range run) {
        int slot = ranges.slot();
        long least = ranges.least(run.from());
        long most = ranges.most(run.to() - 1);
        if (least == most) {
            return name(slot) + " = " + value(slot, least);
        }
        var bounds = new ArrayList<String>();
        if (run.from() > 0) {
            bounds.add(name(slot) + shorter(slot, " > ", least - 1, " >= ", least));
        }
        if (run.to() < ranges.cells()) {
            bounds.add(name(slot) + shorter(slot, " <= ", most, " < ", most + 1));
        }
        return String.join(" and ", bounds);
    }

    /** Of two ways to say the same the one that is shorter, else the second. */
    private String shorter(int slot, String one, long number, String other, long otherNumber) {
        String words = one + value(slot, number);
        String otherWords = other + value(slot, otherNumber);
        return value(slot, number).length() < value(slot, otherNumber).length() ? words : otherWords;
    }

    private static List<Cells.Range> runs(Cells cells) {
        var runs = new ArrayList<Cells.Range>();
        BitSet bits = cells.toBits();
        for (int from = bits.nextSetBit(0); from >= 0; ) {
            int to = bits.nextClearBit(from);
            runs.add(new Cells.Range(from, to));
            from = bits.nextSetBit(to);
        }
        return runs;
    }

    private String positions(int slot, int count, Cells cells) {
        return switch (schema().feature(slot).type()) {
            case FeatureType.OneOf(var values, boolean ordered) -> closed(name(slot), values, ordered, cells);
            case FeatureType.Flag() -> negatedFlag(slot, cells);
            case FeatureType.Quantity(var _, var _, var _), FeatureType.Text(), FeatureType.TextSet() ->
                throw new IllegalStateException(name(slot) + " has no " + count + " positions");
        };
    }

    private String negatedFlag(int slot, Cells cells) {
        return cells.has(0) ? "not " + name(slot) : name(slot);
    }

    private static String closed(String name, List<String> values, boolean ordered, Cells cells) {
        if (cells.size() == 1) {
            return name + " is " + values.get(cells.first());
        }
        if (ordered && cells instanceof Cells.Range(int from, int to) && (from == 0 || to == values.size())) {
            return from == 0 ? name + " <= " + values.get(to - 1) : name + " >= " + values.get(from);
        }
        if (cells.size() == values.size() - 1) {
            return name + " is not "
                    + values.get(Cells.range(0, values.size()).minus(cells).first());
        }
        boolean isMost = 2 * cells.size() > values.size();
        Cells listed = isMost ? Cells.range(0, values.size()).minus(cells) : cells;
        return name + (isMost ? " not in [" : " in [") + list(listed, values) + "]";
    }

    private static String list(Cells cells, List<String> values) {
        return IntStream.range(0, values.size())
                .filter(cells::has)
                .mapToObj(values::get)
                .collect(Collectors.joining(", "));
    }

    private String texts(Axis.Texts texts, Cells cells) {
        boolean isNot = cells.has(texts.others());
        Cells listed = isNot ? Cells.range(0, texts.cells()).minus(cells) : cells;
        var named = texts.named().stream().map(RegionText::quoted).toList();
        return listed.size() == 1
                ? name(texts.slot()) + (isNot ? " != " : " = ") + named.get(listed.first())
                : name(texts.slot()) + (isNot ? " not in [" : " in [") + list(listed, named) + "]";
    }

    private static Optional<String> buckets(Axis.BucketLines lines, Cells cells) {
        var buckets = lines.of(cells);
        return buckets.size() == Bucket.values().length
                ? Optional.empty()
                : Optional.of(closed(
                        "bucket",
                        Bucket.words(),
                        false,
                        Cells.of(buckets.stream().map(Enum::ordinal).collect(BitSet::new, BitSet::set, BitSet::or))));
    }
}
