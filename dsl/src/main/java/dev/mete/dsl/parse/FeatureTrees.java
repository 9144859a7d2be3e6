package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteParser.ClosedContext;
import dev.mete.dsl.grammar.MeteParser.FeatureContext;
import dev.mete.dsl.grammar.MeteParser.ModelContext;
import dev.mete.dsl.grammar.MeteParser.NumberContext;
import dev.mete.dsl.grammar.MeteParser.OrderedContext;
import dev.mete.dsl.grammar.MeteParser.PlainContext;
import dev.mete.dsl.grammar.MeteParser.SetContext;
import dev.mete.dsl.grammar.MeteParser.TextContext;
import dev.mete.dsl.grammar.MeteParser.TypeContext;
import dev.mete.dsl.grammar.MeteParser.ValueContext;
import dev.mete.dsl.grammar.MeteParser.WordContext;
import dev.mete.dsl.syntax.Item.FeatureLine;
import dev.mete.dsl.syntax.Item.ModelLine;
import dev.mete.dsl.syntax.Text;
import dev.mete.dsl.syntax.TypeSyntax;
import dev.mete.dsl.syntax.ValueSyntax;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.task.QuantityText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trees of declarations: models, features, their types and values. */
final class FeatureTrees {
    private final Places places;

    FeatureTrees(Places places) {
        this.places = places;
    }

    ModelLine model(ModelContext context) {
        return new ModelLine(places.word(context.word()), text(context.text()), places.of(context));
    }

    FeatureLine feature(FeatureContext context) {
        return new FeatureLine(
                places.word(context.word()),
                context.type() == null ? null : type(context.type()),
                context.value() == null ? null : value(context.value()),
                false,
                places.of(context));
    }

    ValueSyntax value(ValueContext context) {
        var span = places.of(context);
        if (context.number() != null) {
            return number(context.number());
        }
        if (context.text() != null) {
            return new ValueSyntax.Quoted(text(context.text()));
        }
        if (context.LEFT_BRACKET() != null) {
            return new ValueSyntax.Several(
                    context.value().stream().map(this::value).toList(), span);
        }
        return new ValueSyntax.Named(new Word(span.text(), span));
    }

    Text text(TextContext context) {
        return new Text(TextTokens.value(context.getText()), places.of(context));
    }

    private TypeSyntax type(TypeContext context) {
        var span = places.of(context);
        return switch (context) {
            case ClosedContext closed -> new TypeSyntax.OneOf(words(closed.word()), false, span);
            case OrderedContext ordered -> new TypeSyntax.OneOf(words(ordered.word()), true, span);
            case SetContext set -> new TypeSyntax.SetOf(places.word(set.word()), span);
            case PlainContext plain ->
                new TypeSyntax.Plain(
                        places.word(plain.word()),
                        plain.FROM() == null ? null : number(plain.number(0)),
                        plain.TO() == null ? null : number(plain.number().getLast()),
                        span);
            default -> throw new IllegalStateException("the grammar has no type " + context.getText());
        };
    }

    private List<Word> words(List<WordContext> contexts) {
        return contexts.stream().map(places::word).toList();
    }

    private ValueSyntax number(@Nullable NumberContext context) {
        if (context == null) {
            throw new IllegalStateException("a bound without its number");
        }
        var span = places.of(context);
        return QuantityText.read(context.quantity().getText())
                .<ValueSyntax>map(written -> new ValueSyntax.Number(
                        context.MINUS() == null
                                ? written
                                : new QuantityText.Written(
                                        written.unit(), written.value().negate()),
                        span))
                .orElseGet(() -> new ValueSyntax.Broken(span));
    }
}
