package dev.mete.prove.plan;

import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.Value;
import dev.mete.prove.space.Axis;
import dev.mete.prove.space.Space;
import java.util.HashSet;
import java.util.Random;

/** Draws tasks of a space, many of them at the borders of its cells. */
final class DrawTask {
    private final Space space;
    private final Random random;

    DrawTask(Space space, Random random) {
        this.space = space;
        this.random = random;
    }

    Task next() {
        var schema = space.schema();
        var task = new TaskBuilder(schema);
        for (int slot = 0; slot < schema.size(); slot++) {
            if (schema.requires(slot) || random.nextInt(4) > 0) {
                task.value(schema.feature(slot).name(), value(slot));
            }
        }
        return switch (task.build()) {
            case TaskReading.Accepted(Task made) -> made;
            case TaskReading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private Value value(int slot) {
        return switch (space.schema().feature(slot).type()) {
            case FeatureType.Flag() -> new Value.Scalar(random.nextInt(2));
            case FeatureType.OneOf(var values, var _) -> new Value.Scalar(random.nextInt(values.size()));
            case FeatureType.Quantity(var _, var _, var _) ->
                new Value.Scalar(number((Axis.Ranges) space.axes().get(space.axis(slot))));
            case FeatureType.Text() -> {
                var named = ((Axis.Texts) space.axes().get(space.axis(slot))).named();
                yield new Value.Words(named.isEmpty() || random.nextBoolean() ? "t" + random.nextInt(9) : one(named));
            }
            case FeatureType.TextSet() -> {
                var members = new HashSet<String>();
                for (Axis axis : space.axes()) {
                    if (axis instanceof Axis.Member(int of, String member) && of == slot && random.nextBoolean()) {
                        members.add(member);
                    }
                }
                yield new Value.Members(members);
            }
        };
    }

    private long number(Axis.Ranges ranges) {
        int cell = random.nextInt(ranges.cells());
        long least = ranges.least(cell);
        long most = ranges.most(cell);
        double wide = (double) most - least;
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            // small numbers are as likely as large ones
            default -> least + (long) Math.min(wide, Math.exp(random.nextDouble() * Math.log1p(wide)));
        };
    }

    private <T> T one(java.util.List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
