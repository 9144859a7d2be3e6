package dev.mete.dsl.syntax;

import dev.mete.engine.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feature's type as written. Immutable. */
public sealed interface TypeSyntax {
    /** The words of the type. */
    Span span();

    /** One of several values; where ordered, from the least to the greatest. */
    record OneOf(List<Word> values, boolean ordered, Span span) implements TypeSyntax {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** {@code set of text}. */
    record SetOf(Word member, Span span) implements TypeSyntax {}

    /** A type by its name, with bounds where they are written. */
    record Plain(
            Word name,
            @Nullable ValueSyntax least,
            @Nullable ValueSyntax most,
            Span span) implements TypeSyntax {}
}
