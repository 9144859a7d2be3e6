package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.TextMatch;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the expressions that restricted DRL has, and says of the others what to write instead. Used once. */
final class ReadExpr {
    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "==", Comparison.EQUAL,
            "!=", Comparison.NOT_EQUAL,
            "<", Comparison.LESS,
            "<=", Comparison.AT_MOST,
            ">", Comparison.GREATER,
            ">=", Comparison.AT_LEAST);

    private static final Map<String, TextMatch> TEXT_TESTS =
            Map.of("startsWith", TextMatch.STARTS_WITH, "endsWith", TextMatch.ENDS_WITH);

    private static final Map<String, String> OTHER_OPERATORS = Map.of(
            "matches", "write `str[startsWith]`, `str[endsWith]`, `contains` or `in`; regular expressions can hang",
            "soundslike", "write `==` or `in`",
            "memberOf", "write `tags contains \"…\"`",
            "excludes", "write `not contains`",
            "instanceof", "write what the field has to be",
            "before", "compare numbers",
            "after", "compare numbers");

    private static final Set<String> OTHER_SIGNS = Set.of(
            "?", "&", "|", "^", "~", "[", "%", "=", "->", "::", "!.", "?.", "+=", "-=", "++", "--", "<<", ">>", "{");

    private final Cursor cursor;
    private final IdentityHashMap<Expr, Integer> depths = new IdentityHashMap<>();

    ReadExpr(Cursor cursor) {
        this.cursor = cursor;
    }

    /** A whole constraint. */
    Expr constraint() {
        Expr expr = any();
        if (!cursor.atEnd()) {
            throw otherOperator();
        }
        return expr;
    }

    /** The calls of a statement, without what ends it. */
    Expr statement() {
        return unary();
    }

    /** An argument of a call, which ends at a comma or a parenthesis. */
    Expr argument() {
        Expr expr = any();
        if (!cursor.isAt(",") && !cursor.isAt(")")) {
            throw otherOperator();
        }
        return expr;
    }

    private Expr any() {
        return joined("||", this::all, Expr.Any::new);
    }

    private Expr all() {
        return joined("&&", this::relation, Expr.All::new);
    }

    private Expr joined(String sign, Supplier<Expr> part, Join join) {
        Token first = cursor.token();
        Expr only = part.get();
        if (!cursor.isAt(sign)) {
            return only;
        }
        var parts = new ArrayList<Expr>(List.of(only));
        while (cursor.takeIf(sign)) {
            rejectHalf();
            parts.add(part.get());
        }
        return join.of(parts, cursor.since(first));
    }

    private void rejectHalf() {
        if (COMPARISONS.containsKey(cursor.token().text()) && cursor.token().kind() == Token.Kind.SIGN) {
            throw cursor.beyond(
                    Code.OTHER_OPERATOR,
                    cursor.since(cursor.token()),
                    "a comparison without its left side",
                    "repeat the field");
        }
    }

    private Expr relation() {
        Token first = cursor.token();
        Expr left = sum();
        Comparison comparison = cursor.token().kind() == Token.Kind.SIGN
                ? COMPARISONS.get(cursor.token().text())
                : null;
        if (comparison != null) {
            cursor.take();
            Expr right = sum();
            return new Expr.Compare(comparison, left, right, cursor.since(first));
        }
        boolean negated = cursor.isAt("not") && cursor.ahead(1).kind() == Token.Kind.NAME && cursor.takeIf("not");
        if (cursor.takeIf("in")) {
            cursor.expect("(");
            var members = arguments();
            return new Expr.In(left, members, negated, cursor.since(first));
        }
        if (cursor.takeIf("contains")) {
            Expr right = sum();
            return new Expr.Matches(TextMatch.CONTAINS, left, right, negated, cursor.since(first));
        }
        if (cursor.takeIf("str")) {
            TextMatch match = textTest();
            Expr right = sum();
            return new Expr.Matches(match, left, right, negated, cursor.since(first));
        }
        if (negated) {
            throw otherOperator();
        }
        return left;
    }

    private TextMatch textTest() {
        cursor.expect("[");
        Token name = cursor.expectName();
        TextMatch match = TEXT_TESTS.get(name.text());
        if (match == null) {
            throw cursor.beyond(
                    Code.OTHER_OPERATOR,
                    cursor.since(name),
                    "`str[" + name.text() + "]`",
                    "write `str[startsWith]`, `str[endsWith]` or `contains`");
        }
        cursor.expect("]");
        return match;
    }

    private Expr sum() {
        Token first = cursor.token();
        Expr left = product();
        while (cursor.isAt("+") || cursor.isAt("-")) {
            char sign = cursor.take().text().charAt(0);
            Expr right = product();
            left = bounded(new Expr.Arithmetic(sign, left, right, cursor.since(first)), left, right);
        }
        return left;
    }

    private Expr product() {
        Token first = cursor.token();
        Expr left = unary();
        while (cursor.takeIf("*")) {
            Expr right = unary();
            left = bounded(new Expr.Arithmetic('*', left, right, cursor.since(first)), left, right);
        }
        if (cursor.isAt("/")) {
            throw cursor.beyond(
                    Code.DIVISION,
                    cursor.since(cursor.token()),
                    "division",
                    "multiply the other side, or write `Math.floorDiv(…, 2)` around a whole amount of a plan or limit");
        }
        return left;
    }

    private Expr unary() {
        Token first = cursor.token();
        if (cursor.takeIf("!")) {
            Expr part = unary();
            return new Expr.Not(part, cursor.since(first));
        }
        if (cursor.takeIf("-")) {
            Expr part = unary();
            return new Expr.Minus(part, cursor.since(first));
        }
        Expr expr = primary();
        while (cursor.takeIf(".")) {
            expr = bounded(member(first, expr), expr);
        }
        return expr;
    }

    /** An expression over others, unless chains such as {@code 1 * 1 * 1} nest it too deep for those who walk it. */
    private Expr bounded(Expr expr, Expr... parts) {
        int depth = 1;
        for (Expr part : parts) {
            depth = Math.max(depth, 1 + depths.getOrDefault(part, 0));
        }
        if (depth > CheckText.DEEPEST) {
            throw cursor.error(Code.NESTED_TOO_DEEP, cursor.lastSpan(), CheckText.TOO_DEEP, CheckText.TOO_DEEP_HELP);
        }
        depths.put(expr, depth);
        return expr;
    }

    private Expr member(Token first, Expr target) {
        Token name = cursor.expectName();
        Span nameSpan = cursor.lastSpan();
        if (!cursor.takeIf("(")) {
            return new Expr.Member(target, name.text(), cursor.since(first));
        }
        return new Expr.Call(target, name.text(), nameSpan, arguments(), cursor.since(first));
    }

    /** The rest of a list in parentheses. */
    private List<Expr> arguments() {
        var arguments = new ArrayList<Expr>();
        if (!cursor.isAt(")")) {
            do {
                arguments.add(argument());
            } while (cursor.takeIf(","));
        }
        cursor.expect(")");
        return arguments;
    }

    private Expr primary() {
        Token token = cursor.token();
        return switch (token.kind()) {
            case NUMBER -> new Literals(cursor).number();
            case STRING -> new Literals(cursor).text();
            case NAME -> name();
            case SIGN -> {
                if (!cursor.takeIf("(")) {
                    throw otherOperator();
                }
                Expr inner = any();
                cursor.expect(")");
                yield inner;
            }
            case BROKEN, END -> throw cursor.unexpected("a value");
        };
    }

    private Expr name() {
        Token token = cursor.take();
        Span span = cursor.since(token);
        if (cursor.isAt("(")) {
            throw cursor.beyond(
                    Code.OTHER_CALL, span, "the call of `" + token.text() + "`", "compare fields of the task");
        }
        return switch (token.text()) {
            case "true", "false" -> new Expr.Flag(token.text().equals("true"), span);
            case "new", "null", "eval", "from" ->
                throw cursor.beyond(Code.OTHER_CALL, span, "`" + token.text() + "`", "compare fields of the task");
            default -> new Expr.Name(token.text(), span);
        };
    }

    private Cursor.Unreadable otherOperator() {
        Token token = cursor.token();
        if (cursor.isAt("not")) {
            token = cursor.ahead(1);
        }
        String instead = OTHER_OPERATORS.get(token.text());
        boolean isOtherSign = token.kind() == Token.Kind.SIGN && OTHER_SIGNS.contains(token.text());
        if (instead == null && !isOtherSign) {
            return cursor.unexpected(cursor.atEnd() ? "a value" : "an operator or the end of the constraint");
        }
        return cursor.beyond(
                Code.OTHER_OPERATOR,
                cursor.since(token),
                "the operator `" + token.text() + "`",
                instead != null
                        ? instead
                        : "write `==`, `!=`, `<`, `<=`, `>`, `>=`, `in`, `contains`, `&&`, `||` or `!`");
    }

    private interface Join {
        Expr of(List<Expr> parts, Span span);
    }
}
