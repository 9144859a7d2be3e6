package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.TextMatch;
import java.math.BigDecimal;
import java.util.List;

/** An expression as an author wrote it, in a pattern or in a consequence. Immutable. */
sealed interface Expr {
    /** The words that it was written with. */
    Span span();

    /** What holds or does not. */
    sealed interface Test extends Expr {}

    /** What is counted. */
    sealed interface Counted extends Expr {}

    /** What names something. */
    sealed interface Named extends Expr {}

    /** All of the parts, joined by {@code &&}. */
    record All(List<Expr> parts, Span span) implements Test {}

    /** Any of the parts, joined by {@code ||}. */
    record Any(List<Expr> parts, Span span) implements Test {}

    /** {@code !part}. */
    record Not(Expr part, Span span) implements Test {}

    /** {@code left < right}. */
    record Compare(Comparison comparison, Expr left, Expr right, Span span) implements Test {}

    /** {@code left in (a, b)}, {@code left not in (a, b)}. */
    record In(Expr left, List<Expr> members, boolean negated, Span span) implements Test {}

    /** {@code left contains "x"}, {@code left str[startsWith] "x"}, and both with {@code not}. */
    record Matches(TextMatch match, Expr left, Expr right, boolean negated, Span span) implements Test {}

    /** {@code left + right}, {@code left - right}, {@code left * right}. */
    record Arithmetic(char sign, Expr left, Expr right, Span span) implements Counted {}

    /** {@code -part}. */
    record Minus(Expr part, Span span) implements Counted {}

    /**
     * A number.
     *
     * @param wide whether Java reads it as a {@code long}
     */
    record Number(BigDecimal value, boolean wide, Span span) implements Counted {}

    /** A text in quotes, without them. */
    record Text(String text, Span span) implements Expr {}

    /** {@code true}, {@code false}. */
    record Flag(boolean value, Span span) implements Expr {}

    /** {@code name}. */
    record Name(String name, Span span) implements Named {}

    /** {@code target.name}. */
    record Member(Expr target, String name, Span span) implements Named {}

    /**
     * {@code target.name(arguments)}.
     *
     * @param nameSpan the name alone
     */
    record Call(Expr target, String name, Span nameSpan, List<Expr> arguments, Span span) implements Named {}

    /** What could not be read and was reported. */
    record Broken(Span span) implements Expr {}
}
