package dev.mete.dsl.syntax;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.task.QuantityText;
import java.util.List;

/** A value as written, in a default, a bound or a test. Immutable. */
public sealed interface ValueSyntax {
    /** The words of the value. */
    Span span();

    /** A number, with or without a unit. */
    record Number(QuantityText.Written quantity, Span span) implements ValueSyntax {}

    /** A text in quotes. */
    record Quoted(Text text) implements ValueSyntax {
        @Override
        public Span span() {
            return text.span();
        }
    }

    /** A word without quotes. */
    record Named(Word word) implements ValueSyntax {
        @Override
        public Span span() {
            return word.span();
        }
    }

    /** Several values. */
    record Several(List<ValueSyntax> members, Span span) implements ValueSyntax {
        public Several {
            members = List.copyOf(members);
        }
    }

    /** Something with a mistake that is already reported. */
    record Broken(Span span) implements ValueSyntax {}
}
