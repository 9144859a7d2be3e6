package dev.mete.dsl.parse;

import dev.mete.dsl.syntax.Word;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens stand in their source: ANTLR counts in code points, spans count in characters. */
final class Places {
    private final Source source;
    private final int[] starts;

    Places(Source source) {
        this.source = source;
        this.starts = starts(source.text());
    }

    Source source() {
        return source;
    }

    Span of(Token token) {
        return between(token.getStartIndex(), token.getStopIndex() + 1);
    }

    Span of(ParserRuleContext context) {
        return of(context.getStart(), context.getStop());
    }

    Span of(Token first, Token last) {
        return between(first.getStartIndex(), last.getStopIndex() + 1);
    }

    Word word(ParserRuleContext context) {
        var span = of(context);
        return new Word(span.text(), span);
    }

    /** The span between two code points, end exclusive. */
    private Span between(int start, int end) {
        int from = offset(start);
        return source.span(from, Math.max(from, offset(end)));
    }

    private int offset(int codePoint) {
        return starts.length == 0 ? codePoint : starts[codePoint];
    }

    /** Per code point the character that it starts at; empty where all are single characters. */
    private static int[] starts(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new int[0];
        }
        int[] starts = new int[count + 1];
        int offset = 0;
        for (int i = 0; i < count; i++) {
            starts[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        starts[count] = offset;
        return starts;
    }
}
