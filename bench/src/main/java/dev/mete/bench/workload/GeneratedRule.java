package dev.mete.bench.workload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a generated policy.
 *
 * @param type the kind of work that it is for; null for all
 * @param tenant whom it is for; null for all
 * @param ranges what the numeric features have to be within
 */
record GeneratedRule(
        String name, @Nullable String type, @Nullable String tenant, List<Range> ranges, Ask ask) {
    GeneratedRule {
        ranges = List.copyOf(ranges);
    }

    /** The values of an axis from the least, which 0 leaves open, to below a bound, which the axis' size leaves open. */
    record Range(Axis axis, int least, int below) {
        boolean hasLeast() {
            return least > 0;
        }

        boolean hasBelow() {
            return below < axis.size();
        }
    }
}
