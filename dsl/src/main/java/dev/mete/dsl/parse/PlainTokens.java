package dev.mete.dsl.parse;

import dev.mete.dsl.syntax.Text;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;

/** The words and signs of a plain text, in arrays: their types as the grammar numbers them, and where they stand in characters. */
final class PlainTokens implements TokenRow {
    private final Source source;
    private byte[] types;
    private int[] starts;
    private int[] ends;
    private int size;

    PlainTokens(Source source) {
        int few = source.text().length() / 4 + 16;
        this.source = source;
        this.types = new byte[few];
        this.starts = new int[few];
        this.ends = new int[few];
    }

    void add(int type, int start, int end) {
        if (size == types.length) {
            int more = 2 * size;
            types = Arrays.copyOf(types, more);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
        }
        types[size] = (byte) type;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    @Override
    public void retype(int at, int type) {
        types[at] = (byte) type;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int type(int at) {
        return at >= 0 && at < size ? types[at] : Token.EOF;
    }

    @Override
    public boolean isJoinedToNext(int at) {
        return at + 1 < size && ends[at] == starts[at + 1];
    }

    @Override
    public String text(int at) {
        return source.text().substring(starts[at], ends[at]);
    }

    List<Lexeme> lexemes() {
        return IntStream.range(0, size)
                .mapToObj(at -> new Lexeme(Lexeme.kind(types[at]), starts[at], ends[at]))
                .toList();
    }

    /** From the start of one token to the end of another. */
    Span span(int first, int last) {
        return source.span(starts[first], ends[last]);
    }

    Span span(int at) {
        return span(at, at);
    }

    Word word(int at) {
        return new Word(text(at), span(at));
    }

    Text quoted(int at) {
        return new Text(TextTokens.value(text(at)), span(at));
    }
}
