package dev.mete.prove.diff;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Translate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the lines of a policy mean, whatever their words: lines with equal keys mean the same in each of two policies. Not thread-safe. */
final class Keys {
    private final PolicyIr policy;
    private final Translate translate;

    Keys(PolicyIr policy, Space space) {
        this.policy = policy;
        this.translate = new Translate(space);
    }

    /** What each rule asks for, the last of which is `otherwise`, without where it decides. */
    List<Object> effects() {
        // the policy's other models stand in where none of a rule's can take a task
        List<Model> models = policy.models().stream().map(PolicyModel::model).toList();
        return Stream.concat(policy.rules().stream(), Stream.of(policy.otherwise()))
                .<Object>map(rule -> List.of(models, Effect.of(rule, translate)))
                .toList();
    }

    /** Where each rule holds, and what it asks for. */
    List<Object> rules() {
        var keys = new ArrayList<Object>();
        var effects = effects();
        for (int rule = 0; rule < policy.rules().size(); rule++) {
            keys.add(List.of(translate.formula(policy.rules().get(rule).when()), effects.get(rule)));
        }
        keys.add(effects.getLast());
        return keys;
    }

    List<Object> limits() {
        return policy.limits().stream().map(this::limit).toList();
    }

    private Object limit(LimitIr limit) {
        return List.of(translate.formula(limit.when()), bound(limit.bound()));
    }

    private Object bound(Bound bound) {
        return switch (bound) {
            case Bound.EffortAtMost(var most) -> most;
            case Bound.ThinkingAtMost(var tokens) -> List.of("thinking", translate.whole(tokens));
            case Bound.CapAtMost(var tokens) -> List.of("cap", translate.whole(tokens));
            case Bound.CostAtMost(var nanos) -> List.of("cost", translate.whole(nanos));
            case Bound.TimeoutAtMost(var millis) -> List.of("timeout", translate.whole(millis));
        };
    }

    List<Object> bucketLines() {
        return policy.buckets().stream()
                .<Object>map(line -> List.of(line.bucket(), translate.formula(line.when())))
                .toList();
    }
}
