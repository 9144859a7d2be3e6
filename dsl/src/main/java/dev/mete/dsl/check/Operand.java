package dev.mete.dsl.check;

import dev.mete.dsl.syntax.Word;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.task.FeatureType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an expression turns out to be. Immutable. */
sealed interface Operand {
    /** An amount. */
    record Amount(Measure measure) implements Operand {}

    /** A condition. */
    record Condition(Question question) implements Operand {}

    /** A feature that is true or false. */
    record Flag(int slot) implements Operand {}

    /** A text feature. */
    record TextFeature(int slot) implements Operand {}

    /** A set feature. */
    record SetFeature(int slot) implements Operand {}

    /** A feature, or a part of the decision, with one of several values. */
    record Closed(String name, int slot, List<String> values, boolean ordered) implements Operand {
        /** Stands for the slot of the task's bucket. */
        static final int BUCKET = -1;

        static final Closed THE_BUCKET = new Closed("bucket", BUCKET, Bucket.words(), false);

        /** Asks whether the value is at one of the positions. */
        Question among(Set<Integer> positions, Span span) {
            return slot == BUCKET
                    ? new Question.InBucket(
                            positions.stream().map(i -> Bucket.values()[i]).collect(Collectors.toSet()), span)
                    : new Question.Among(slot, positions, span);
        }
    }

    /** A text in quotes. */
    record Quoted(String text) implements Operand {}

    /** A name that nothing has here; not reported yet, since it can be the value of a closed feature. */
    record Unknown(Word word) implements Operand {}

    /** A mistake that is already reported. */
    record Broken() implements Operand {}

    /** What the operand is, as messages name it, with its article. */
    default String description() {
        return switch (this) {
            case Amount(var measure) -> measure.unit().description();
            case Condition _ -> "a condition";
            case Flag _ -> "true or false";
            case TextFeature _ -> new FeatureType.Text().description();
            case SetFeature _ -> new FeatureType.TextSet().description();
            case Closed closed -> closed.ordered() ? "an ordered value" : "one of several values";
            case Quoted _ -> "a text";
            case Unknown _ -> "unknown";
            case Broken _ -> "broken";
        };
    }
}
