package dev.mete.prove.diff;

import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two policies over the tasks that both take: the features of either, each with the values that both allow. Immutable.
 *
 * @param notes how what they ask of tasks differs
 */
record Common(PolicyIr before, PolicyIr after, List<String> notes) {
    Common {
        notes = List.copyOf(notes);
    }

    /** The tasks that both take; nothing where a feature is of another kind in each, or has no value in common. */
    static Optional<Common> of(PolicyIr before, PolicyIr after, List<String> notes) {
        var features = new ArrayList<Feature>();
        var all = new ArrayList<>(after.schema().features());
        before.schema().features().stream()
                .filter(feature -> after.schema().slot(feature.name()) < 0)
                .forEach(all::add);
        var reads = new BitSet();
        for (Feature feature : all) {
            var merged = merged(feature, other(before, feature), other(after, feature), notes);
            if (merged.isEmpty()) {
                return Optional.empty();
            }
            given(before, after, feature).ifPresent(notes::add);
            boolean isRead = reads(before, feature) || reads(after, feature);
            reads.set(features.size(), isRead);
            features.add(merged.get());
        }
        var schema = TaskSchema.of(features, reads);
        return Optional.of(new Common(moved(before, schema), moved(after, schema), notes));
    }

    /** How the tasks differ that may leave a feature out. */
    private static Optional<String> given(PolicyIr before, PolicyIr after, Feature feature) {
        int old = before.schema().slot(feature.name());
        int now = after.schema().slot(feature.name());
        boolean wasRequired = old >= 0 && before.schema().requires(old);
        boolean isRequired = now >= 0 && after.schema().requires(now);
        String name = "`" + feature.name() + "`";
        if (old < 0) {
            return Optional.of(name + " is new" + (isRequired ? ", and has to be given" : ""));
        }
        if (now < 0) {
            return Optional.of(name + " is gone: a task that gives it is refused");
        }
        if (wasRequired == isRequired) {
            return Optional.empty();
        }
        return Optional.of(name + (isRequired ? " has to be given now" : " need not be given any more"));
    }

    private static Optional<Feature> other(PolicyIr policy, Feature feature) {
        int slot = policy.schema().slot(feature.name());
        return slot < 0 ? Optional.empty() : Optional.of(policy.schema().feature(slot));
    }

    private static boolean reads(PolicyIr policy, Feature feature) {
        int slot = policy.schema().slot(feature.name());
        return slot >= 0 && policy.schema().reads(slot);
    }

    private static Optional<Feature> merged(
            Feature feature, Optional<Feature> before, Optional<Feature> after, List<String> notes) {
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.of(feature);
        }
        if (!Objects.equals(before.get().defaultValue(), after.get().defaultValue())) {
            notes.add("`" + feature.name() + "` " + given(after.get()) + ", and before " + given(before.get()));
        }
        var type = type(before.get().type(), after.get().type());
        if (type.isEmpty()) {
            notes.add("`" + feature.name() + "` is " + after.get().type().description() + ", and before "
                    + before.get().type().description());
            return Optional.empty();
        }
        if (!before.get().type().equals(after.get().type())) {
            notes.add("`" + feature.name() + "` takes other values than before; compared are the tasks that both take");
        }
        var wanted = after.get().defaultValue();
        boolean isKept = wanted != null && type.get().takes(wanted);
        // positions of a closed type may have moved
        return Optional.of(new Feature(
                feature.name(),
                type.get(),
                isKept && type.get().equals(after.get().type()) ? wanted : null,
                feature.meaning()));
    }

    private static String given(Feature feature) {
        var value = feature.defaultValue();
        return value == null ? "has to be given" : "is " + feature.type().format(value) + " where it is not given";
    }

    /** The values that both types have. */
    private static Optional<FeatureType> type(FeatureType before, FeatureType after) {
        return switch (after) {
            case FeatureType.Flag _, FeatureType.Text _, FeatureType.TextSet _ ->
                before.equals(after) ? Optional.of(after) : Optional.empty();
            case FeatureType.Quantity(var unit, long least, long most) ->
                before instanceof FeatureType.Quantity(var other, long otherLeast, long otherMost)
                                && other == unit
                                && Math.max(least, otherLeast) <= Math.min(most, otherMost)
                        ? Optional.of(
                                new FeatureType.Quantity(unit, Math.max(least, otherLeast), Math.min(most, otherMost)))
                        : Optional.empty();
            case FeatureType.OneOf(var values, boolean ordered) -> {
                var both = before instanceof FeatureType.OneOf(var others, var _)
                        ? values.stream().filter(others::contains).toList()
                        : List.<String>of();
                yield both.isEmpty() ? Optional.empty() : Optional.of(new FeatureType.OneOf(both, ordered));
            }
        };
    }

    private static PolicyIr moved(PolicyIr policy, TaskSchema schema) {
        return new Reslot(schema, slot -> {
                    Feature feature = policy.schema().feature(slot);
                    int at = schema.slot(feature.name());
                    return new Reslot.Moved(
                            at, positions(feature.type(), schema.feature(at).type()));
                })
                .policy(policy);
    }

    private static @Nullable List<Integer> positions(FeatureType from, FeatureType to) {
        return from instanceof FeatureType.OneOf(var values, var _)
                        && to instanceof FeatureType.OneOf(var others, var _)
                ? values.stream().map(others::indexOf).toList()
                : null;
    }
}
