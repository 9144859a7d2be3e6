package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.InvisibleCharacters;
import dev.mete.engine.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks a rule file as text, before a parser recurses into it. Used once. */
final class CheckText {
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_LINES = 400_000;
    static final int DEEPEST = 128;
    static final String TOO_DEEP = "this is nested more than " + DEEPEST + " levels deep";
    static final String TOO_DEEP_HELP = "split it into several rules";

    private static final Set<String> OPENING = Set.of("(", "[", "{");
    private static final Set<String> CLOSING = Set.of(")", "]", "}");
    private static final Set<String> PREFIXES = Set.of("!", "-", "+", "~", "--", "++", "not", ".");

    private final Mistakes mistakes;
    private final Source source;
    private final List<Integer> open = new ArrayList<>();

    CheckText(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.source = mistakes.source();
    }

    /** Whether the text can be parsed; reports what no rule file of Mete may have beside. */
    boolean check() {
        if (!isSmall()) {
            return false;
        }
        mistakes.addAll(InvisibleCharacters.in(source));
        unicodeEscapes();
        var tokens = tokens();
        tokens.stream().filter(token -> token.kind() == Token.Kind.BROKEN).forEach(this::open);
        return isFlat(tokens);
    }

    /** Whether the text is small and flat enough to be parsed. */
    boolean isParseable() {
        return isSmall() && isFlat(tokens());
    }

    private List<Token> tokens() {
        return Lexer.tokens(source.text(), 0, source.text().length());
    }

    private boolean isSmall() {
        if (source.text().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            mistakes.error(
                    Code.FILE_TOO_LARGE,
                    source.start(),
                    "the file is larger than " + MOST_BYTES + " bytes",
                    "split the policy");
            return false;
        }
        if (source.lines() > MOST_LINES) {
            mistakes.error(
                    Code.TOO_MANY_LINES,
                    source.start(),
                    "the file has more than " + MOST_LINES + " lines",
                    "split the policy");
            return false;
        }
        return true;
    }

    /** Drools reads a text over several lines, and Java does not. */
    private void open(Token token) {
        boolean isComment = token.text().startsWith("/*");
        int lineEnd = source.text().indexOf('\n', token.start());
        int end = Math.min(token.end(), lineEnd < 0 ? token.end() : lineEnd);
        open.add(token.start());
        mistakes.error(
                Code.OPEN_TEXT,
                source.span(token.start(), end),
                isComment ? "a comment that does not end" : "a text that does not end on its line",
                isComment ? "close it with `*/`" : "close it with `\"`; a line break in it is written `\\n`");
    }

    /** Where texts and comments start that do not end. */
    List<Integer> open() {
        return open;
    }

    /** Java reads {@code \}{@code u0022} as a quote wherever it stands, so that a text or a comment could end where nobody sees it. */
    private void unicodeEscapes() {
        String text = source.text();
        for (int at = text.indexOf("\\u"); at >= 0; at = text.indexOf("\\u", at + 2)) {
            int first = at;
            while (first > 0 && text.charAt(first - 1) == '\\') {
                first--;
            }
            if ((at - first) % 2 == 0) {
                int end = Math.min(text.length(), at + 6);
                mistakes.beyond(
                        Code.UNICODE_ESCAPE, source.span(at, end), "a unicode escape", "write the character itself");
            }
        }
    }

    private boolean isFlat(List<Token> tokens) {
        int depth = 0;
        int chained = 0;
        boolean afterWord = false;
        for (Token token : tokens) {
            if (OPENING.contains(token.text())) {
                depth++;
            } else if (CLOSING.contains(token.text())) {
                depth = Math.max(0, depth - 1);
            }
            boolean isWord = token.kind() == Token.Kind.NAME;
            if (PREFIXES.contains(token.text())) {
                chained++;
            } else if (token.kind() == Token.Kind.SIGN || (isWord && afterWord)) {
                chained = 0;
            }
            afterWord = isWord;
            if (depth > DEEPEST || chained > DEEPEST) {
                mistakes.error(Code.NESTED_TOO_DEEP, mistakes.span(token), TOO_DEEP, TOO_DEEP_HELP);
                return false;
            }
        }
        return true;
    }
}
