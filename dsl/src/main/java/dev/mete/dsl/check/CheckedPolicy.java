package dev.mete.dsl.check;

import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.Text;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.fixture.Expectation;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.PolicyModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy whose names, types and units are checked. Lines with a mistake are left out; the mistake is reported. Immutable.
 *
 * @param otherwise null where it is missing or has a mistake
 */
public record CheckedPolicy(
        String name,
        Names names,
        List<BucketLine> buckets,
        List<WaitingLine> waiting,
        List<Rule> rules,
        @Nullable Rule otherwise,
        List<Limit> limits,
        List<Ensure> ensures,
        List<Test> tests) {
    public CheckedPolicy {
        buckets = List.copyOf(buckets);
        waiting = List.copyOf(waiting);
        rules = List.copyOf(rules);
        limits = List.copyOf(limits);
        ensures = List.copyOf(ensures);
        tests = List.copyOf(tests);
    }

    /** A bucket line. */
    public record BucketLine(Bucket bucket, Question when, Span span) {}

    /** A price of waiting. */
    public record WaitingLine(long nanosPerSecond, Question when, Span span) {}

    /** A rule, or what decides where none holds. */
    public record Rule(String name, Question when, Choice choice, List<Plan> fallbacks, Span span) {
        public Rule {
            fallbacks = List.copyOf(fallbacks);
        }
    }

    /** What a rule asks for. */
    public sealed interface Choice {
        /** All plans that are written. */
        List<Plan> plans();

        /** One plan. */
        record One(Plan plan) implements Choice {
            @Override
            public List<Plan> plans() {
                return List.of(plan);
            }
        }

        /** Several plans, of which the catalog's figures pick one that satisfies a condition. */
        record Several(Goal goal, List<Plan> plans, Question where, Span span) implements Choice {
            public Several {
                plans = List.copyOf(plans);
            }
        }
    }

    /** A plan; what it leaves out is null. */
    public record Plan(
            PolicyModel model,
            Effort effort,
            @Nullable Measure thinking,
            @Nullable Measure cap,
            @Nullable Measure timeout,
            Span span) {}

    /** A limit; the reason is null where none is written. */
    public record Limit(
            Bound bound, Question when, @Nullable Text because, Span span) {}

    /** A claim about decisions; the reason is null where none is written. */
    public record Ensure(
            Question claim, Question when, @Nullable Text because, Span span) {}

    /** What a limit bounds. */
    public sealed interface Bound {
        /** Effort. */
        record OfEffort(Effort most) implements Bound {}

        /** Hidden thinking, in tokens. */
        record OfThinking(Measure most) implements Bound {}

        /** All output, in tokens. */
        record OfCap(Measure most) implements Bound {}

        /** The price of a call. */
        record OfCost(Measure most) implements Bound {}

        /** The timeout. */
        record OfTimeout(Measure most) implements Bound {}
    }

    /** A case; what it gives is checked once it is known what the policy reads. */
    public record Test(Item.Test written, List<Expectation> expected) {
        public Test {
            expected = List.copyOf(expected);
        }
    }
}
