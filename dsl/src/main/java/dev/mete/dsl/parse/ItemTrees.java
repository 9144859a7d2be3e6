package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteParser.BecauseContext;
import dev.mete.dsl.grammar.MeteParser.ChoiceContext;
import dev.mete.dsl.grammar.MeteParser.ExpectationContext;
import dev.mete.dsl.grammar.MeteParser.ExpressionContext;
import dev.mete.dsl.grammar.MeteParser.FallbackContext;
import dev.mete.dsl.grammar.MeteParser.GivenContext;
import dev.mete.dsl.grammar.MeteParser.ItemContext;
import dev.mete.dsl.grammar.MeteParser.LimitContext;
import dev.mete.dsl.grammar.MeteParser.PlanContext;
import dev.mete.dsl.grammar.MeteParser.RuleLineContext;
import dev.mete.dsl.grammar.MeteParser.SettingContext;
import dev.mete.dsl.grammar.MeteParser.SeveralContext;
import dev.mete.dsl.grammar.MeteParser.SingleContext;
import dev.mete.dsl.grammar.MeteParser.TestContext;
import dev.mete.dsl.grammar.MeteParser.WaitingContext;
import dev.mete.dsl.grammar.MeteParser.WhenContext;
import dev.mete.dsl.syntax.Choice;
import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.Operator;
import dev.mete.dsl.syntax.PlanLine;
import dev.mete.dsl.syntax.Text;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Goal;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Trees of the items of a policy. */
final class ItemTrees {
    private final Places places;
    private final ExpressionTrees expressions;
    private final FeatureTrees features;

    ItemTrees(Places places) {
        this.places = places;
        this.expressions = new ExpressionTrees(places);
        this.features = new FeatureTrees(places);
    }

    Item item(ItemContext context) {
        Span span = places.of(context);
        if (context.policy() != null) {
            return new Item.PolicyName(places.word(context.policy().policyName()), span);
        }
        if (context.include() != null) {
            return new Item.Include(features.text(context.include().text()), span);
        }
        if (context.models() != null) {
            return new Item.Models(
                    context.models().model().stream().map(features::model).toList(), span);
        }
        if (context.features() != null) {
            return new Item.Features(
                    context.features().feature().stream().map(features::feature).toList(), span);
        }
        if (context.let() != null) {
            return new Item.Let(
                    places.word(context.let().word()),
                    expressions.expression(context.let().expression()),
                    span);
        }
        if (context.bucket() != null) {
            return new Item.BucketLine(
                    places.word(context.bucket().word()),
                    optional(context.bucket().expression()),
                    span);
        }
        return decisive(context, span);
    }

    private Item decisive(ItemContext context, Span span) {
        if (context.ruleLine() != null) {
            return rule(context.ruleLine(), span);
        }
        if (context.otherwise() != null) {
            return new Item.Otherwise(
                    choice(context.otherwise().choice()),
                    fallbacks(context.otherwise().fallback()),
                    span);
        }
        if (context.limit() != null) {
            return limit(context.limit(), span);
        }
        if (context.waiting() != null) {
            return waiting(context.waiting(), span);
        }
        if (context.ensure() != null) {
            return new Item.Ensure(
                    expressions.expression(context.ensure().expression()),
                    when(context.ensure().when()),
                    because(context.ensure().because()),
                    span);
        }
        return test(context.test(), span);
    }

    private Item rule(RuleLineContext context, Span span) {
        return new Item.Rule(
                features.text(context.text()),
                expressions.expression(context.expression()),
                choice(context.choice()),
                fallbacks(context.fallback()),
                span);
    }

    private Item limit(LimitContext context, Span span) {
        return new Item.Limit(
                places.word(context.word()),
                ExpressionTrees.operator(context.comparison().getStart()),
                places.of(context.comparison()),
                expressions.sum(context.sum()),
                when(context.when()),
                because(context.because()),
                span);
    }

    private Item waiting(WaitingContext context, Span span) {
        return new Item.WaitingCosts(
                expressions.sum(context.sum()), places.word(context.word()), when(context.when()), span);
    }

    private Item test(TestContext context, Span span) {
        return new Item.Test(
                features.text(context.text()),
                context.given().stream().map(this::given).toList(),
                context.expectation().stream().map(this::expectation).toList(),
                span);
    }

    private Item.Given given(GivenContext context) {
        return new Item.Given(places.word(context.word()), features.value(context.value()), places.of(context));
    }

    private Item.ExpectationLine expectation(ExpectationContext context) {
        return new Item.ExpectationLine(
                places.word(context.word()),
                operator(context),
                context.value() == null ? null : features.value(context.value()),
                places.of(context));
    }

    private static @Nullable Operator operator(ExpectationContext context) {
        if (context.IS() != null) {
            return Operator.IS;
        }
        if (context.IN() != null) {
            return Operator.IN;
        }
        Token sign = context.comparison() == null ? null : context.comparison().getStart();
        return sign == null ? null : ExpressionTrees.operator(sign);
    }

    private Choice choice(ChoiceContext context) {
        Span span = places.of(context);
        return switch (context) {
            case SingleContext single -> new Choice.Single(plan(single.plan()), span);
            case SeveralContext several ->
                new Choice.Several(
                        several.BEST() != null ? Goal.BEST : several.CHEAPEST() != null ? Goal.CHEAPEST : Goal.FASTEST,
                        several.plan().stream().map(this::plan).toList(),
                        optional(several.expression()),
                        span);
            default -> throw new IllegalStateException("the grammar has no choice " + context.getText());
        };
    }

    private List<PlanLine> fallbacks(List<FallbackContext> contexts) {
        return contexts.stream().map(fallback -> plan(fallback.plan())).toList();
    }

    private PlanLine plan(PlanContext context) {
        return new PlanLine(
                places.word(context.word()),
                context.setting().stream().map(this::setting).toList(),
                places.of(context));
    }

    private PlanLine.Setting setting(SettingContext context) {
        return new PlanLine.Setting(places.word(context.word()), expressions.sum(context.sum()), places.of(context));
    }

    private @Nullable Expression when(@Nullable WhenContext context) {
        return context == null ? null : expressions.expression(context.expression());
    }

    private @Nullable Expression optional(@Nullable ExpressionContext context) {
        return context == null ? null : expressions.expression(context);
    }

    private @Nullable Text because(@Nullable BecauseContext context) {
        return context == null ? null : features.text(context.text());
    }
}
