package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads numbers and texts as they are written, exactly. */
final class Literals {
    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9](_*\\d)*)(\\.\\d+)?");
    private static final Pattern WIDE = Pattern.compile("(0|[1-9](_*\\d)*)[lL]");
    private static final int LONGEST_NUMBER = 40;

    private final Cursor cursor;

    Literals(Cursor cursor) {
        this.cursor = cursor;
    }

    Expr number() {
        Token token = cursor.take();
        Span span = cursor.since(token);
        String text = token.text();
        boolean isShort = text.length() <= LONGEST_NUMBER;
        boolean wide = isShort && WIDE.matcher(text).matches();
        if (!isShort || !(wide || DECIMAL.matcher(text).matches())) {
            throw cursor.error(
                    Code.MISWRITTEN_NUMBER,
                    span,
                    "`" + shown(text) + "` is not a number that rules can use",
                    "write digits, as in `50` or `0.25`");
        }
        String digits = (wide ? text.substring(0, text.length() - 1) : text).replace("_", "");
        return new Expr.Number(new BigDecimal(digits), wide, span);
    }

    Expr text() {
        Token token = cursor.take();
        Span span = cursor.since(token);
        if (token.text().startsWith("'")) {
            throw cursor.error(Code.SINGLE_QUOTES, span, "a text in single quotes", "write \"…\" in double quotes");
        }
        var text = new StringBuilder();
        String inner = token.text().substring(1, token.text().length() - 1);
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            text.append(c == '\\' ? escaped(inner, ++i, span) : c);
        }
        return new Expr.Text(text.toString(), span);
    }

    private char escaped(String inner, int at, Span span) {
        return switch (inner.charAt(at)) {
            case '"' -> '"';
            case '\\' -> '\\';
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'u' -> throw cursor.reported();
            default ->
                throw cursor.error(
                        Code.UNKNOWN_ESCAPE,
                        span,
                        "the escape `\\" + inner.charAt(at) + "` is not one that rules can use",
                        "write `\\\"`, `\\\\`, `\\n` or `\\t`, or the character itself");
        };
    }

    private static String shown(String text) {
        return text.length() > LONGEST_NUMBER ? text.substring(0, LONGEST_NUMBER) + "…" : text;
    }
}
