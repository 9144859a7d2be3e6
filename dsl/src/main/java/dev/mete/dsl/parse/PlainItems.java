package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteLexer.*;

import dev.mete.dsl.syntax.Choice;
import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.Operator;
import dev.mete.dsl.syntax.PlanLine;
import dev.mete.dsl.syntax.Text;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.ir.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trees of the items of a plain text, as {@link ItemTrees} makes them of the grammar's. */
final class PlainItems {
    private final PlainCursor cursor;
    private final PlainExpressions expressions;
    private final PlainFeatures features;

    PlainItems(PlainTokens tokens) {
        this.cursor = new PlainCursor(tokens);
        this.expressions = new PlainExpressions(cursor);
        this.features = new PlainFeatures(cursor);
    }

    /** The item of which these are all tokens. */
    Item item(int from, int to) {
        cursor.enter(from, to);
        int keyword = cursor.type();
        cursor.next();
        Item item = switch (keyword) {
            case POLICY -> policy(from);
            case INCLUDE -> include(from);
            case MODELS -> models(from);
            case FEATURES -> features(from);
            case LET -> let(from);
            case BUCKET -> bucket(from);
            case WAITING -> waiting(from);
            case RULE -> rule(from);
            case OTHERWISE -> otherwise(from);
            case LIMIT -> limit(from);
            case ENSURE -> ensure(from);
            case TEST -> test(from);
            default -> throw new NotPlain();
        };
        if (!cursor.isAtEnd()) {
            throw new NotPlain();
        }
        return item;
    }

    private Item policy(int start) {
        int name = cursor.place();
        do {
            policyPart();
        } while (cursor.skips(MINUS));
        var span = cursor.spanFrom(name);
        return new Item.PolicyName(new Word(span.text(), span), cursor.spanFrom(start));
    }

    private void policyPart() {
        if (ItemStarts.isNumber(cursor.type())) {
            cursor.next();
            cursor.skips(WORD);
        } else if (cursor.isWord()) {
            cursor.next();
        } else {
            throw new NotPlain();
        }
    }

    private Item include(int start) {
        Text path = cursor.text();
        return new Item.Include(path, cursor.spanFrom(start));
    }

    private Item models(int start) {
        var lines = lines(features::model);
        return new Item.Models(lines, cursor.spanFrom(start));
    }

    private Item features(int start) {
        var lines = lines(features::feature);
        return new Item.Features(lines, cursor.spanFrom(start));
    }

    private <T> List<T> lines(Supplier<T> line) {
        cursor.expect(LEFT_BRACE);
        var lines = new ArrayList<T>();
        while (!cursor.skips(RIGHT_BRACE)) {
            lines.add(line.get());
        }
        return lines;
    }

    private Item let(int start) {
        Word name = cursor.word();
        cursor.expect(EQUAL);
        Expression value = expressions.expression();
        return new Item.Let(name, value, cursor.spanFrom(start));
    }

    private Item bucket(int start) {
        Word bucket = cursor.word();
        if (cursor.skips(OTHERWISE)) {
            return new Item.BucketLine(bucket, null, cursor.spanFrom(start));
        }
        cursor.expect(WHEN);
        Expression when = expressions.expression();
        return new Item.BucketLine(bucket, when, cursor.spanFrom(start));
    }

    private Item waiting(int start) {
        cursor.expect(COSTS);
        Expression amount = expressions.sum();
        cursor.expect(PER);
        Word per = cursor.word();
        Expression when = when();
        return new Item.WaitingCosts(amount, per, when, cursor.spanFrom(start));
    }

    private Item rule(int start) {
        Text name = cursor.text();
        cursor.expect(WHEN);
        Expression when = expressions.expression();
        cursor.expect(THEN);
        Choice choice = choice();
        var fallbacks = fallbacks();
        return new Item.Rule(name, when, choice, fallbacks, cursor.spanFrom(start));
    }

    private Item otherwise(int start) {
        Choice choice = choice();
        var fallbacks = fallbacks();
        return new Item.Otherwise(choice, fallbacks, cursor.spanFrom(start));
    }

    private Item limit(int start) {
        Word part = cursor.word();
        int sign = cursor.place();
        Operator operator = comparison();
        var signSpan = cursor.spanFrom(sign);
        Expression bound = expressions.sum();
        Expression when = when();
        Text because = because();
        return new Item.Limit(part, operator, signSpan, bound, when, because, cursor.spanFrom(start));
    }

    private Item ensure(int start) {
        Expression claim = expressions.expression();
        Expression when = when();
        Text because = because();
        return new Item.Ensure(claim, when, because, cursor.spanFrom(start));
    }

    private Item test(int start) {
        Text name = cursor.text();
        cursor.expect(GIVEN);
        var given = new ArrayList<Item.Given>();
        do {
            given.add(given());
        } while (cursor.skips(COMMA));
        cursor.expect(EXPECT);
        var expected = new ArrayList<Item.ExpectationLine>();
        do {
            expected.add(expectation());
        } while (cursor.skips(COMMA));
        return new Item.Test(name, given, expected, cursor.spanFrom(start));
    }

    private Item.Given given() {
        int start = cursor.place();
        Word feature = cursor.word();
        var value = features.value();
        return new Item.Given(feature, value, cursor.spanFrom(start));
    }

    private Item.ExpectationLine expectation() {
        int start = cursor.place();
        Word part = cursor.word();
        boolean hasOperator = cursor.type() == IS || cursor.type() == IN || ItemStarts.isComparison(cursor.type());
        Operator operator = hasOperator ? operator() : null;
        boolean hasValue = !cursor.isAtEnd() && cursor.type() != COMMA;
        var value = hasValue ? features.value() : null;
        return new Item.ExpectationLine(part, operator, value, cursor.spanFrom(start));
    }

    private Operator comparison() {
        if (!ItemStarts.isComparison(cursor.type())) {
            throw new NotPlain();
        }
        return operator();
    }

    private Operator operator() {
        Operator operator = ExpressionTrees.operator(cursor.type());
        cursor.next();
        return operator;
    }

    private Choice choice() {
        int start = cursor.place();
        Goal goal = cursor.type(1) == OF ? goal(cursor.type()) : null;
        if (goal == null) {
            PlanLine plan = plan();
            return new Choice.Single(plan, cursor.spanFrom(start));
        }
        cursor.next();
        cursor.next();
        var plans = new ArrayList<PlanLine>();
        do {
            plans.add(plan());
        } while (cursor.isWord());
        Expression where = cursor.skips(WHERE) ? expressions.expression() : null;
        return new Choice.Several(goal, plans, where, cursor.spanFrom(start));
    }

    private static @Nullable Goal goal(int keyword) {
        return switch (keyword) {
            case BEST -> Goal.BEST;
            case CHEAPEST -> Goal.CHEAPEST;
            case FASTEST -> Goal.FASTEST;
            default -> null;
        };
    }

    private List<PlanLine> fallbacks() {
        var fallbacks = new ArrayList<PlanLine>(0);
        while (cursor.skips(FALLBACK)) {
            fallbacks.add(plan());
        }
        return fallbacks;
    }

    private PlanLine plan() {
        int start = cursor.place();
        Word model = cursor.word();
        var settings = new ArrayList<PlanLine.Setting>(4);
        cursor.expect(COMMA);
        do {
            settings.add(setting());
        } while (cursor.skips(COMMA));
        return new PlanLine(model, settings, cursor.spanFrom(start));
    }

    private PlanLine.Setting setting() {
        int start = cursor.place();
        Word name = cursor.word();
        Expression value = expressions.sum();
        return new PlanLine.Setting(name, value, cursor.spanFrom(start));
    }

    private @Nullable Expression when() {
        return cursor.skips(WHEN) ? expressions.expression() : null;
    }

    private @Nullable Text because() {
        return cursor.skips(BECAUSE) ? cursor.text() : null;
    }
}
