package dev.mete.prove.search;

import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Value;
import dev.mete.prove.space.Axis;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Space;
import java.util.HashSet;
import java.util.Set;

/** Makes the task of a leaf that is the plainest to read: defaults where they can be, else the least values; all features that matter are given. */
public final class Witness {
    private final Space space;
    private final MakeText texts;

    public Witness(Space space) {
        this.space = space;
        this.texts = new MakeText(space);
    }

    /** A task of the leaf. */
    public Task of(Leaf found) {
        Leaf leaf = found.narrowed();
        TaskSchema schema = space.schema();
        var task = new TaskBuilder(schema);
        for (int slot = 0; slot < schema.size(); slot++) {
            var feature = schema.feature(slot);
            if (schema.requires(slot) || feature.defaultValue() != null || isGiven(leaf.region(), slot)) {
                task.value(feature.name(), value(leaf, slot));
            }
        }
        return switch (task.build()) {
            case TaskReading.Accepted(Task made) -> made;
            case TaskReading.Refused(var problems) ->
                throw new IllegalStateException("a witness that is no task: " + problems);
        };
    }

    private boolean isGiven(Region region, int slot) {
        int axis = space.axes().indexOf(new Axis.Given(slot));
        return axis >= 0 && !region.cells(axis).has(0);
    }

    private Value value(Leaf leaf, int slot) {
        return switch (space.schema().feature(slot).type()) {
            case FeatureType.Text() ->
                new Value.Words(texts.text(leaf.region(), slot).orElseThrow());
            case FeatureType.TextSet() -> new Value.Members(members(leaf, slot));
            case FeatureType.Flag(), FeatureType.OneOf(var _, var _), FeatureType.Quantity(var _, var _, var _) -> {
                int axis = space.axis(slot);
                var number = leaf.numbers().get(axis);
                yield new Value.Scalar((number == null
                                ? Preferred.number(space, axis, leaf.region().cells(axis))
                                : number)
                        .longValueExact());
            }
        };
    }

    private Set<String> members(Leaf leaf, int slot) {
        var members = new HashSet<String>();
        for (int axis = 0; axis < space.axes().size(); axis++) {
            if (space.axes().get(axis) instanceof Axis.Member(int of, String member)
                    && of == slot
                    && !leaf.region().cells(axis).has(0)) {
                members.add(member);
            }
        }
        return members;
    }
}
