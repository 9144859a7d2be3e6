package dev.mete.bench.workload;

import dev.mete.bench.workload.GeneratedRule.Range;
import java.util.ArrayList;

/** Writes what generated rules test as expressions of CEL. */
final class CelText {
    private CelText() {}

    /** What a rule tests, over variables named like the components of {@link Fields}. */
    static String condition(GeneratedRule rule) {
        var tests = new ArrayList<String>();
        if (rule.type() != null) {
            tests.add("type == \"" + rule.type() + "\"");
        }
        if (rule.tenant() != null) {
            tests.add("tenant == \"" + rule.tenant() + "\"");
        }
        for (Range range : rule.ranges()) {
            if (range.hasLeast()) {
                tests.add(range.axis().component() + " >= " + range.least());
            }
            if (range.hasBelow()) {
                tests.add(range.axis().component() + " < " + range.below());
            }
        }
        return String.join(" && ", tests);
    }
}
