package dev.mete.prove.cover;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.eval.Conditions;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.task.Task;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Translate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Goes through the innermost conditions of a condition, in the order in which they are asked: the rest of an `and` after a part that fails is not. */
final class Sides {
    private Sides() {}

    /** Whether a condition holds for a task; each innermost one that is asked is told with its answer. */
    static boolean holds(Condition condition, Task task, Bucket bucket, BiConsumer<Condition, Boolean> asked) {
        return switch (condition) {
            case Condition.Always(boolean value, var _) -> value;
            case Condition.And(var parts, var _) -> parts.stream().allMatch(part -> holds(part, task, bucket, asked));
            case Condition.Or(var parts, var _) -> parts.stream().anyMatch(part -> holds(part, task, bucket, asked));
            case Condition.Not(var part, var _) -> !holds(part, task, bucket, asked);
            case Condition.Named(var _, var meaning, var _) -> holds(meaning, task, bucket, asked);
            case Condition.Compare _,
                    Condition.Among _,
                    Condition.TextAmong _,
                    Condition.TextMatches _,
                    Condition.HasMember _,
                    Condition.InBucket _ -> {
                boolean holds = Conditions.holds(condition, task, bucket);
                asked.accept(condition, holds);
                yield holds;
            }
        };
    }

    /** Each innermost condition. */
    static void each(Condition condition, Consumer<Condition> visitor) {
        switch (condition) {
            case Condition.Always _ -> {}
            case Condition.And(var parts, var _) -> parts.forEach(part -> each(part, visitor));
            case Condition.Or(var parts, var _) -> parts.forEach(part -> each(part, visitor));
            case Condition.Not(var part, var _) -> each(part, visitor);
            case Condition.Named(var _, var meaning, var _) -> each(meaning, visitor);
            case Condition.Compare _,
                    Condition.Among _,
                    Condition.TextAmong _,
                    Condition.TextMatches _,
                    Condition.HasMember _,
                    Condition.InBucket _ -> visitor.accept(condition);
        }
    }

    /** Each innermost condition with where it is asked. */
    static void paths(
            Condition condition,
            Translate translate,
            List<Formula> before,
            BiConsumer<Condition, List<Formula>> visitor) {
        switch (condition) {
            case Condition.Always _ -> {}
            case Condition.And(var parts, var _) -> {
                var path = new ArrayList<>(before);
                for (Condition part : parts) {
                    paths(part, translate, path, visitor);
                    path.add(translate.formula(part));
                }
            }
            case Condition.Or(var parts, var _) -> {
                var path = new ArrayList<>(before);
                for (Condition part : parts) {
                    paths(part, translate, path, visitor);
                    path.add(translate.opposite(part));
                }
            }
            case Condition.Not(var part, var _) -> paths(part, translate, before, visitor);
            case Condition.Named(var _, var meaning, var _) -> paths(meaning, translate, before, visitor);
            case Condition.Compare _,
                    Condition.Among _,
                    Condition.TextAmong _,
                    Condition.TextMatches _,
                    Condition.HasMember _,
                    Condition.InBucket _ -> visitor.accept(condition, List.copyOf(before));
        }
    }
}
