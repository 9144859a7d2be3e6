package dev.mete.dsl.syntax;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.QuantityText;
import java.util.List;

/** A condition or an amount as written; which of the two, types decide. Immutable. */
public sealed interface Expression {
    /** The words of the expression. */
    Span span();

    /** A name: a feature, a let, a value, a model. */
    record Name(Word word) implements Expression {
        @Override
        public Span span() {
            return word.span();
        }
    }

    /** A number, with or without a unit. */
    record Constant(QuantityText.Written quantity, Span span) implements Expression {}

    /** A text in quotes. */
    record Literal(Text text) implements Expression {
        @Override
        public Span span() {
            return text.span();
        }
    }

    /** All parts hold. */
    record And(List<Expression> parts, Span span) implements Expression {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record Or(List<Expression> parts, Span span) implements Expression {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold. */
    record Not(Expression part, Span span) implements Expression {}

    /** A subject and what is asked about it; more than one relation is a mistake. */
    record Related(Expression subject, List<Relation> relations, Span span) implements Expression {
        public Related {
            relations = List.copyOf(relations);
        }
    }

    /** Terms added up. */
    record Sum(List<Term> terms, Span span) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** A term of a sum. */
    record Term(boolean negative, Expression value) {}

    /** Factors multiplied. */
    record Product(List<Expression> factors, Span span) implements Expression {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /** A division, which the language does not have. */
    record Quotient(List<Expression> factors, Span span) implements Expression {
        public Quotient {
            factors = List.copyOf(factors);
        }
    }

    /** The amount below zero. */
    record Negated(Expression value, Span span) implements Expression {}

    /** A function of the language with its arguments. */
    record Call(Word function, List<Expression> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Something with a mistake that is already reported. */
    record Broken(Span span) implements Expression {}

    /** What is asked about a subject. */
    sealed interface Relation {
        /** The words of the relation, from its operator on. */
        Span span();

        /** Compared with another. */
        record Compared(Operator operator, Expression other, Span span) implements Relation {}

        /** One of a list, or none of it. */
        record Listed(boolean negated, List<Expression> members, Span span) implements Relation {
            public Listed {
                members = List.copyOf(members);
            }
        }

        /** A member of a set, or none. */
        record Contained(boolean negated, Expression set, Span span) implements Relation {}

        /** A text with a part at a place. */
        record Matches(TextMatch match, Expression part, Span span) implements Relation {}
    }
}
