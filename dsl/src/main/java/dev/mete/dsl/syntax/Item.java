package dev.mete.dsl.syntax;

import dev.mete.engine.diagnostic.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A top-level part of a policy file. Immutable. */
public sealed interface Item {
    /** The words of the whole item. */
    Span span();

    /** The policy's name, {@code policy coding-assistant}. */
    record PolicyName(Word name, Span span) implements Item {}

    /** Another file whose limits, ensures and lets count too. */
    record Include(Text path, Span span) implements Item {}

    /** The models that the policy may choose. */
    record Models(List<ModelLine> lines, Span span) implements Item {
        public Models {
            lines = List.copyOf(lines);
        }
    }

    /** A model under the policy's own name; the id is null where the line is broken. */
    record ModelLine(Word alias, @Nullable Text id, Span span) {}

    /** The features that the policy adds or narrows. */
    record Features(List<FeatureLine> lines, Span span) implements Item {
        public Features {
            lines = List.copyOf(lines);
        }
    }

    /** A feature; {@code broken} where the line has a mistake that is already reported. */
    record FeatureLine(
            Word name, @Nullable TypeSyntax type, @Nullable ValueSyntax defaultValue, boolean broken, Span span) {}

    /** A named condition or amount; the value is null where the line is broken. */
    record Let(Word name, @Nullable Expression value, Span span) implements Item {}

    /** A bucket line; no condition means {@code otherwise}. */
    record BucketLine(Word bucket, @Nullable Expression when, Span span) implements Item {}

    /** The price of waiting. */
    record WaitingCosts(
            Expression amount, Word per, @Nullable Expression when, Span span) implements Item {}

    /** A rule. */
    record Rule(Text name, Expression when, Choice choice, List<PlanLine> fallbacks, Span span) implements Item {
        public Rule {
            fallbacks = List.copyOf(fallbacks);
        }
    }

    /** What decides where no rule holds. */
    record Otherwise(Choice choice, List<PlanLine> fallbacks, Span span) implements Item {
        public Otherwise {
            fallbacks = List.copyOf(fallbacks);
        }
    }

    /** A bound on decisions. */
    record Limit(
            Word part,
            Operator operator,
            Span operatorSpan,
            Expression bound,
            @Nullable Expression when,
            @Nullable Text because,
            Span span)
            implements Item {}

    /** A claim about all decisions. */
    record Ensure(
            Expression claim,
            @Nullable Expression when,
            @Nullable Text because,
            Span span) implements Item {}

    /** A case with its expected decision. */
    record Test(Text name, List<Given> given, List<ExpectationLine> expected, Span span) implements Item {
        public Test {
            given = List.copyOf(given);
            expected = List.copyOf(expected);
        }
    }

    /** A feature that a case gives. */
    record Given(Word feature, ValueSyntax value, Span span) {}

    /** What a case expects of a part of the decision; value and operator are null where none is written. */
    record ExpectationLine(
            Word part,
            @Nullable Operator operator,
            @Nullable ValueSyntax value,
            Span span) {}

    /**
     * An item with a mistake that is already reported.
     *
     * @param keyword the word that it starts with
     * @param name the rule, let or test that it would declare, so that nobody misses it; null where it declares none
     */
    record Broken(String keyword, @Nullable String name, Span span) implements Item {}

    /** The keyword that the item starts with. */
    default String keyword() {
        return switch (this) {
            case PolicyName _ -> "policy";
            case Include _ -> "include";
            case Models _ -> "models";
            case Features _ -> "features";
            case Let _ -> "let";
            case BucketLine _ -> "bucket";
            case WaitingCosts _ -> "waiting";
            case Rule _ -> "rule";
            case Otherwise _ -> "otherwise";
            case Limit _ -> "limit";
            case Ensure _ -> "ensure";
            case Test _ -> "test";
            case Broken(var keyword, var _, var _) -> keyword;
        };
    }

    /** The name of a rule, let or test. */
    default Optional<String> declaredName() {
        return switch (this) {
            case Let let -> Optional.of(let.name().text());
            case Rule rule -> Optional.of(rule.name().value());
            case Test test -> Optional.of(test.name().value());
            case Broken broken -> Optional.ofNullable(broken.name());
            case PolicyName _, Include _, Models _, Features _, BucketLine _, WaitingCosts _ -> Optional.empty();
            case Otherwise _, Limit _, Ensure _ -> Optional.empty();
        };
    }
}
