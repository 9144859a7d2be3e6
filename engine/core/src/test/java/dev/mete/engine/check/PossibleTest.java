package dev.mete.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PossibleTest {
    private static final int TYPE = 0;
    private static final int TOOLS = 1;
    private static final Condition SAME = new Condition.Among(TYPE, Set.of(2), Span.NONE);
    private static final Condition OTHER = new Condition.Among(TYPE, Set.of(3), Span.NONE);
    private static final Condition OPEN =
            new Condition.Compare(Comparison.GREATER, new Amount.Slot(TOOLS), new Amount.Fixed(5), 1, Span.NONE);

    private final Possible possible =
            new Possible(List.of(new BucketIr("sure", Bucket.USE, SAME, Span.NONE)), Map.of(TYPE, 2));

    @Test
    void whatAsksForKnownFeaturesAloneIsCertain() {
        assertThat(possible.mustHold(SAME)).isTrue();
        assertThat(possible.canHold(OTHER)).isFalse();
        assertThat(possible.mustHold(not(OTHER))).isTrue();
        assertThat(possible.mustHold(bucket(Bucket.USE))).isTrue();
        assertThat(possible.canHold(bucket(Bucket.AVOID))).isFalse();
    }

    @Test
    void anAmountLeavesOnlyWhatOtherPartsDecide() {
        assertThat(possible.canHold(OPEN)).isTrue();
        assertThat(possible.mustHold(OPEN)).isFalse();
        assertThat(possible.mustHold(new Condition.Or(List.of(OPEN, SAME), Span.NONE)))
                .isTrue();
        assertThat(possible.canHold(new Condition.And(List.of(OPEN, OTHER), Span.NONE)))
                .isFalse();
        assertThat(possible.mustHold(not(new Condition.And(List.of(OPEN, OTHER), Span.NONE))))
                .isTrue();
    }

    @Test
    void whatCanNeverBeCertainIsKnownWithoutATask() {
        assertThat(Possible.isEverCertain(OPEN)).isFalse();
        assertThat(Possible.isEverCertain(new Condition.And(List.of(SAME, OPEN), Span.NONE)))
                .isFalse();
        assertThat(Possible.isEverCertain(new Condition.Or(List.of(SAME, OPEN), Span.NONE)))
                .isTrue();
        assertThat(Possible.isEverCertain(not(OPEN))).isTrue();
        assertThat(Possible.isEverCertain(new Condition.Named("let", OPEN, Span.NONE)))
                .isFalse();
        assertThat(Possible.isEverCertain(bucket(Bucket.USE))).isTrue();
    }

    private static Condition not(Condition part) {
        return new Condition.Not(part, Span.NONE);
    }

    private static Condition bucket(Bucket bucket) {
        return new Condition.InBucket(Set.of(bucket), Span.NONE);
    }
}
