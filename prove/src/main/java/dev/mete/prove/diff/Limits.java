package dev.mete.prove.diff;

import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.prove.space.Space;
import java.util.ArrayList;

/**
 * Two policies whose common limits stand first and in the same order, which makes no difference to what they decide. Immutable.
 *
 * @param common how many limits they have in common
 */
record Limits(PolicyIr before, PolicyIr after, int common) {
    static Limits of(PolicyIr before, PolicyIr after, Space space) {
        var keys = new Keys(before, space).limits();
        var left = new ArrayList<>(new Keys(after, space).limits());
        var leftLimits = new ArrayList<>(after.limits());
        var ofBefore = new ArrayList<LimitIr>();
        var ofAfter = new ArrayList<LimitIr>();
        var onlyBefore = new ArrayList<LimitIr>();
        for (int at = 0; at < keys.size(); at++) {
            int same = left.indexOf(keys.get(at));
            if (same < 0) {
                onlyBefore.add(before.limits().get(at));
            } else {
                left.remove(same);
                ofBefore.add(before.limits().get(at));
                ofAfter.add(leftLimits.remove(same));
            }
        }
        int common = ofBefore.size();
        ofBefore.addAll(onlyBefore);
        ofAfter.addAll(leftLimits);
        return new Limits(before.limitedBy(ofBefore), after.limitedBy(ofAfter), common);
    }

    /** Whether both have the same limits. */
    boolean areSame() {
        return before.limits().size() == common && after.limits().size() == common;
    }
}
