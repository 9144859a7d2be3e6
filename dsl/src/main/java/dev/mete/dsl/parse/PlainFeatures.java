package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteLexer.*;

import dev.mete.dsl.syntax.Item.FeatureLine;
import dev.mete.dsl.syntax.Item.ModelLine;
import dev.mete.dsl.syntax.TypeSyntax;
import dev.mete.dsl.syntax.ValueSyntax;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.task.QuantityText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trees of the declarations and values of a plain text, as {@link FeatureTrees} makes them of the grammar's. */
final class PlainFeatures {
    private final PlainCursor cursor;

    PlainFeatures(PlainCursor cursor) {
        this.cursor = cursor;
    }

    ModelLine model() {
        int start = cursor.place();
        Word alias = cursor.word();
        cursor.expect(EQUAL);
        var id = cursor.text();
        return new ModelLine(alias, id, cursor.spanFrom(start));
    }

    FeatureLine feature() {
        int start = cursor.place();
        Word name = cursor.word();
        TypeSyntax type = cursor.skips(COLON) ? type() : null;
        ValueSyntax defaultValue = cursor.skips(EQUAL) ? value() : null;
        return new FeatureLine(name, type, defaultValue, false, cursor.spanFrom(start));
    }

    ValueSyntax value() {
        int start = cursor.place();
        return switch (cursor.type()) {
            case TEXT -> new ValueSyntax.Quoted(cursor.text());
            case MINUS, NUMBER, QUANTITY -> number();
            case LEFT_BRACKET -> several();
            case OTHERWISE -> {
                cursor.next();
                var span = cursor.spanFrom(start);
                yield new ValueSyntax.Named(new Word(span.text(), span));
            }
            default -> new ValueSyntax.Named(cursor.word());
        };
    }

    private ValueSyntax several() {
        int start = cursor.place();
        cursor.next();
        var members = new ArrayList<ValueSyntax>();
        if (cursor.type() != RIGHT_BRACKET) {
            do {
                members.add(value());
            } while (cursor.skips(COMMA));
        }
        cursor.expect(RIGHT_BRACKET);
        return new ValueSyntax.Several(members, cursor.spanFrom(start));
    }

    private TypeSyntax type() {
        int start = cursor.place();
        if (cursor.type() == ONE && cursor.type(1) == OF) {
            cursor.next();
            cursor.next();
            var values = words(COMMA);
            return new TypeSyntax.OneOf(values, false, cursor.spanFrom(start));
        }
        if (cursor.type() == SET && cursor.type(1) == OF) {
            cursor.next();
            cursor.next();
            Word member = cursor.word();
            return new TypeSyntax.SetOf(member, cursor.spanFrom(start));
        }
        if (cursor.type(1) == LESS) {
            var values = words(LESS);
            return new TypeSyntax.OneOf(values, true, cursor.spanFrom(start));
        }
        Word name = cursor.word();
        ValueSyntax least = cursor.type() == FROM && isNumber(1) ? bound() : null;
        if (cursor.type() == UP && cursor.type(1) == TO && isNumber(2)) {
            cursor.next();
        }
        ValueSyntax most = cursor.type() == TO && isNumber(1) ? bound() : null;
        return new TypeSyntax.Plain(name, least, most, cursor.spanFrom(start));
    }

    private List<Word> words(int separator) {
        var words = new ArrayList<Word>();
        do {
            words.add(cursor.word());
        } while (cursor.skips(separator));
        return words;
    }

    /** Whether a number stands so many tokens behind the cursor: {@code from} and {@code to} can be names of features too. */
    private boolean isNumber(int ahead) {
        return cursor.type(ahead) == MINUS || ItemStarts.isNumber(cursor.type(ahead));
    }

    private @Nullable ValueSyntax bound() {
        cursor.next();
        return number();
    }

    private ValueSyntax number() {
        int start = cursor.place();
        boolean isNegative = cursor.skips(MINUS);
        var written = QuantityText.read(cursor.quantity()).orElseThrow(NotPlain::new);
        return new ValueSyntax.Number(
                isNegative
                        ? new QuantityText.Written(
                                written.unit(), written.value().negate())
                        : written,
                cursor.spanFrom(start));
    }
}
