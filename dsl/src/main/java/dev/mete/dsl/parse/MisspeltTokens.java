package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;
import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.engine.diagnostic.InvisibleCharacters;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.task.QuantityText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reports words and signs that the language does not have, and those of other languages with what they are called here. */
final class MisspeltTokens {
    private static final Map<Integer, String> SPELLINGS = Map.ofEntries(
            Map.entry(MeteLexer.AND, "and"),
            Map.entry(MeteLexer.OR, "or"),
            Map.entry(MeteLexer.NOT, "not"),
            Map.entry(MeteLexer.EQUAL, "="),
            Map.entry(MeteLexer.NOT_EQUAL, "!="),
            Map.entry(MeteLexer.AT_MOST, "<="),
            Map.entry(MeteLexer.AT_LEAST, ">="),
            Map.entry(MeteLexer.MINUS, "-"),
            Map.entry(MeteLexer.TIMES, "*"),
            Map.entry(MeteLexer.COMMA, ","));
    private static final Pattern PARTS = Pattern.compile("(\\$?)([\\d_.]*)(.*)");

    private final Places places;
    private final Report report;

    MisspeltTokens(Places places, Report report) {
        this.places = places;
        this.report = report;
    }

    void report(List<Token> tokens) {
        Token last = null;
        boolean isName = false;
        for (Token token : tokens) {
            isName = last != null
                    && (last.getType() == MeteLexer.POLICY
                            || (isName && last.getStopIndex() + 1 == token.getStartIndex()));
            switch (token.getType()) {
                case MeteLexer.STRAY -> stray(token, last);
                case MeteLexer.OPEN_TEXT -> open(token);
                case MeteLexer.OTHER_TEXT ->
                    report.error(
                            Code.OTHER_SPELLING,
                            places.of(token),
                            "a text stands in double quotes",
                            "write `\"" + TextTokens.inner(token.getText()) + "\"`");
                case MeteLexer.TEXT -> escapes(token);
                case MeteLexer.MISWRITTEN -> {
                    // `policy gpt-5b` names no quantity.
                    if (!isName) {
                        number(token);
                    }
                }
                case MeteLexer.NUMBER, MeteLexer.QUANTITY -> length(token);
                default -> spelling(token);
            }
            last = token;
        }
    }

    private void stray(Token token, @Nullable Token last) {
        boolean goesOn =
                last != null && last.getType() == MeteLexer.STRAY && last.getStopIndex() + 1 == token.getStartIndex();
        if (goesOn || places.of(token).text().isEmpty()) {
            return;
        }
        int codePoint = places.of(token).text().codePointAt(0);
        if (!InvisibleCharacters.isOne(codePoint)) {
            String shown = Character.getType(codePoint) == Character.FORMAT
                    ? InvisibleCharacters.name(codePoint)
                    : "`" + Character.toString(codePoint) + "`";
            report.error(Code.STRAY_CHARACTER, places.of(token), shown + " means nothing in a policy", "remove it");
        }
    }

    private void open(Token token) {
        report.error(
                Code.OPEN_TEXT,
                places.of(token),
                "the text has no closing quote",
                "close it with `\"` on the same line");
    }

    private void escapes(Token token) {
        Span span = places.of(token);
        String text = span.text();
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
            String escaped = Character.toString(text.codePointAt(at + 1));
            if (!escaped.equals("\"") && !escaped.equals("\\")) {
                int start = span.start() + at;
                report.error(
                        Code.UNKNOWN_ESCAPE,
                        span.source().span(start, start + 1 + escaped.length()),
                        "a text has no escape `\\" + escaped + "`",
                        "write `\\\\` for a backslash and `\\\"` for a quote");
            }
        }
    }

    private void number(Token token) {
        if (token.getText().contains(",")) {
            report.error(
                    Code.MISWRITTEN_NUMBER,
                    places.of(token),
                    "`" + shown(token) + "` can be read as one number or as several",
                    "write `" + token.getText().replace(',', '_')
                            + "` for one, or a blank after each comma for several");
            return;
        }
        String joined = token.getText().replaceAll("\\s", "");
        if (!joined.equals(token.getText())) {
            report.error(
                    Code.MISWRITTEN_NUMBER,
                    places.of(token),
                    "`$` and its number stand together",
                    "write `" + joined + "`");
            return;
        }
        var parts = PARTS.matcher(joined);
        String unit = parts.matches() ? parts.group(3) : "";
        if (unit.isEmpty()) {
            report.error(
                    Code.MISWRITTEN_NUMBER,
                    places.of(token),
                    "`" + shown(token) + "` is no number",
                    "write digits, such as `0.5`, `10_000` or `$0.01`");
        } else {
            report.error(
                    Code.MISWRITTEN_NUMBER,
                    places.of(token),
                    "`" + shown(token) + "` has a unit that there is not",
                    unitHelp(parts.group(1).isEmpty() ? parts.group(2) : "", unit));
        }
    }

    private static String unitHelp(String number, String unit) {
        if (unit.equalsIgnoreCase("k")) {
            return "write the number out, such as `10_000`";
        }
        return Optional.of(number)
                .filter(digits -> !digits.isEmpty())
                .flatMap(digits -> UnitWords.quantity(digits, unit))
                .map(quantity -> "write `" + quantity + "`")
                .orElse("write `ms`, `s`, `m`, `h`, `d` or `%` after a number, or `$` before it");
    }

    private void length(Token token) {
        if (QuantityText.read(token.getText()).isEmpty()) {
            report.error(Code.MISWRITTEN_NUMBER, places.of(token), "a number has at most 64 characters", null);
        }
    }

    private void spelling(Token token) {
        String spelling = SPELLINGS.get(token.getType());
        if (spelling != null && !spelling.equals(token.getText())) {
            report.error(
                    Code.OTHER_SPELLING,
                    places.of(token),
                    "`" + token.getText() + "` is written `" + spelling + "` here",
                    "write `" + spelling + "`");
        }
    }

    private static String shown(Token token) {
        String text = token.getText();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
