package dev.mete.dsl.check;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.TextMatch;
import java.util.List;
import java.util.Set;

/** A checked condition: every name is a slot, every value a position. Immutable. */
public sealed interface Question {
    /** The words that it was written with. */
    Span span();

    /** Always or never. */
    record Always(boolean value, Span span) implements Question {}

    /** All parts hold. */
    record All(List<Question> parts, Span span) implements Question {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record Any(List<Question> parts, Span span) implements Question {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold. */
    record Not(Question part, Span span) implements Question {}

    /** A let. */
    record Named(String name, Question meaning, Span span) implements Question {}

    /** Two amounts of one unit compared. */
    record Compared(Comparison comparison, Measure left, Measure right, Span span) implements Question {}

    /** A closed feature has one of the values at these positions. */
    record Among(int slot, Set<Integer> positions, Span span) implements Question {}

    /** A text is one of these. */
    record TextAmong(int slot, Set<String> texts, Span span) implements Question {}

    /** A text has a part at a place. */
    record TextMatches(int slot, TextMatch match, String text, Span span) implements Question {}

    /** A set has a member. */
    record HasMember(int slot, String member, Span span) implements Question {}

    /** The task's bucket is one of these. */
    record InBucket(Set<Bucket> buckets, Span span) implements Question {}

    /** The answer of a candidate is cut off in at most so many millionths of the calls. */
    record CutOff(int atMost, Span span) implements Question {}

    /** A mistake that is already reported. */
    record Broken(Span span) implements Question {}

    /** Whether the condition has a mistake anywhere. */
    default boolean isBroken() {
        return switch (this) {
            case Broken _ -> true;
            case Not(var part, var _) -> part.isBroken();
            case All(var parts, var _) -> parts.stream().anyMatch(Question::isBroken);
            case Any(var parts, var _) -> parts.stream().anyMatch(Question::isBroken);
            // The meaning of a let is whole; of one with a mistake there is none.
            case Named _,
                    Always _,
                    Compared _,
                    Among _,
                    TextAmong _,
                    TextMatches _,
                    HasMember _,
                    InBucket _,
                    CutOff _ -> false;
        };
    }
}
