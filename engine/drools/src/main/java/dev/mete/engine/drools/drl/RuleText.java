package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.RuleDescr;

/** Where the parts of one rule stand in its file. Immutable. */
final class RuleText {
    private final Source source;
    private final Span whole;
    private final List<Token> tokens;
    private final int then;

    RuleText(Source source, RuleDescr rule) {
        this.source = source;
        int end = Math.min(rule.getEndCharacter() + 1, source.text().length());
        int start = Math.clamp(rule.getStartCharacter(), 0, end);
        this.tokens = Lexer.tokens(source.text(), start, end);
        int last = Math.max(start, tokens.get(Math.max(0, tokens.size() - 2)).end());
        this.whole = source.span(start, last);
        this.then = then();
    }

    /** The rule from its first word to its `end`. */
    Span whole() {
        return whole;
    }

    /** The rule's name as it is written. */
    Span name() {
        Token token = tokens.get(Math.min(1, tokens.size() - 1));
        return source.span(token.start(), token.end());
    }

    /** The first place of a word between the name and the patterns, or the name where it is not there. */
    Span ofAttribute(String word) {
        int header = tokens.get(headerEnd()).start();
        int found = source.text().indexOf(word, name().end());
        return found >= 0 && found < header ? source.span(found, found + word.length()) : name();
    }

    /** The second place where an attribute is set; nothing where it is set once or not at all. */
    Optional<Span> secondAttribute(String word) {
        String first = word.contains("-") ? word.substring(0, word.indexOf('-')) : word;
        return tokens.subList(Math.min(2, tokens.size()), headerEnd()).stream()
                .filter(token -> token.is(first))
                .skip(1)
                .findFirst()
                .map(token -> source.span(token.start(), token.start() + word.length()));
    }

    /** The place between `when` and `then`, or the name where there is none. */
    Span patterns() {
        int when = headerEnd();
        return when + 1 < then
                ? source.span(tokens.get(when + 1).start(), tokens.get(then - 1).end())
                : source.span(tokens.get(then).start(), tokens.get(then).end());
    }

    /** The tokens between `then` and `end`. */
    List<Token> consequence() {
        int end = tokens.size() - 1;
        boolean isClosed = end - 1 > then && tokens.get(end - 1).is("end");
        int to = isClosed ? tokens.get(end - 1).start() : whole.end();
        int from = Math.min(tokens.get(then).end(), to);
        return Lexer.tokens(source.text(), from, to);
    }

    private int headerEnd() {
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i).is("when") || tokens.get(i).is("then")) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    /** The `then` that stands in no parentheses; the end where there is none. */
    private int then() {
        int depth = 0;
        for (int i = 2; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[")) {
                depth++;
            } else if (token.is(")") || token.is("]")) {
                depth--;
            } else if (depth == 0 && token.is("then")) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}
