package dev.mete.engine.policy;

import dev.mete.engine.decision.Outcome;
import dev.mete.engine.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outcome with the lines that made it. Immutable.
 *
 * @param buckets the bucket lines, down to the one that held
 * @param rules the rules, down to the one that decided
 * @param limits all limits
 * @param candidates the plans that the rule chose from, as written; empty where it names one
 */
public record Explanation(
        Outcome outcome, List<Line> buckets, List<Line> rules, List<Line> limits, List<Weighed> candidates) {
    /** An explanation of a rule with one plan. */
    public Explanation(Outcome outcome, List<Line> buckets, List<Line> rules, List<Line> limits) {
        this(outcome, buckets, rules, limits, List.of());
    }

    public Explanation {
        candidates = List.copyOf(candidates);
        buckets = List.copyOf(buckets);
        rules = List.copyOf(rules);
        limits = List.copyOf(limits);
    }

    /**
     * One line of the policy and whether it held.
     *
     * @param failed the first condition that did not hold; null where the line held
     */
    public record Line(String name, boolean held, @Nullable Failed failed, Span span) {}

    /**
     * A condition that did not hold and what it met.
     *
     * @param condition the author's words
     * @param met the values of the features that it reads, such as {@code error_cost is $12}
     */
    public record Failed(String condition, String met, Span span) {}
}
