package dev.mete.engine.check;

import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** The kinds of task that measurements tell apart: each type with each complexity, in their order. Immutable but for what is worked out once. */
final class Kinds {
    private final List<Kind> all = new ArrayList<>();

    private Kinds() {}

    /** A type and a complexity, and what is certain of conditions where a task has both. */
    record Kind(String type, String complexity, Possible possible) {
        private boolean isCoveredBy(ErrorRates.Rate rate) {
            return (rate.type() == null || rate.type().equals(type))
                    && (rate.complexity() == null || rate.complexity().equals(complexity));
        }
    }

    static Kinds of(PolicyIr policy) {
        var kinds = new Kinds();
        TaskSchema schema = policy.schema();
        int type = schema.slot(StandardFeatures.TYPE);
        int complexity = schema.slot(StandardFeatures.COMPLEXITY);
        var types = values(schema, type);
        var complexities = values(schema, complexity);
        for (int t = 0; t < types.size(); t++) {
            for (int c = 0; c < complexities.size(); c++) {
                var known = Map.of(type, t, complexity, c);
                kinds.all.add(new Kind(types.get(t), complexities.get(c), new Possible(policy.buckets(), known)));
            }
        }
        return kinds;
    }

    private static List<String> values(TaskSchema schema, int slot) {
        return schema.feature(slot).type() instanceof FeatureType.OneOf(var values, var _) ? values : List.of();
    }

    List<Kind> all() {
        return all;
    }

    /** The kinds that none of the measurements covers. */
    BitSet without(List<ErrorRates.Rate> rates) {
        var kinds = new BitSet();
        for (int at = 0; at < all.size(); at++) {
            Kind kind = all.get(at);
            kinds.set(at, rates.stream().noneMatch(kind::isCoveredBy));
        }
        return kinds;
    }

    /** Adds the kinds of which every task satisfies a condition, as far as that is easily seen. */
    void addThatMustHold(Condition condition, BitSet kinds) {
        if (!Possible.isEverCertain(condition)) {
            return;
        }
        for (int at = kinds.nextClearBit(0); at < all.size(); at = kinds.nextClearBit(at + 1)) {
            if (all.get(at).possible().mustHold(condition)) {
                kinds.set(at);
            }
        }
    }
}
