package dev.mete.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.sample.PolicyDraft;
import dev.mete.engine.sample.Tasks;
import dev.mete.engine.sample.Words;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskSchema;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final Condition YES = new Condition.Always(true, Words.span("yes"));
    private static final Condition NO = new Condition.Always(false, Words.span("no"));
    private static final Task TASK = Tasks.built(new TaskBuilder(TaskSchema.of(StandardFeatures.all(), new BitSet()))
            .text("type", "sql")
            .number("input_tokens", BigDecimal.valueOf(3_000))
            .text("tenant", "acme-east")
            .members("tags", List.of("night", "batch")));

    @Test
    void allPartsOfAnAndHold() {
        assertThat(holds(and(YES, YES))).isTrue();
        assertThat(holds(and(YES, NO))).isFalse();
        assertThat(holds(and())).isTrue();
    }

    @Test
    void onePartOfAnOrHolds() {
        assertThat(holds(or(NO, YES))).isTrue();
        assertThat(holds(or(NO, NO))).isFalse();
        assertThat(holds(or())).isFalse();
    }

    @Test
    void aNotHoldsWhereItsPartDoesNotAndANameWhereItsMeaningDoes() {
        assertThat(holds(new Condition.Not(NO, Words.span("not no")))).isTrue();
        assertThat(holds(new Condition.Not(YES, Words.span("not yes")))).isFalse();
        assertThat(holds(new Condition.Named("routine", YES, Words.span("routine"))))
                .isTrue();
    }

    @Test
    void valuesAreLookedUpAmongOthers() {
        assertThat(holds(new Condition.Among(PolicyDraft.slot("type"), Set.of(3, 16), Words.span("type"))))
                .isTrue();
        assertThat(holds(new Condition.Among(PolicyDraft.slot("type"), Set.of(3), Words.span("type"))))
                .isFalse();
        assertThat(holds(new Condition.Among(PolicyDraft.slot("stream"), Set.of(1), Words.span("stream"))))
                .isTrue();
        assertThat(holds(new Condition.TextAmong(
                        PolicyDraft.slot("tenant"), Set.of("acme", "acme-east"), Words.span("tenant"))))
                .isTrue();
        assertThat(holds(new Condition.TextAmong(PolicyDraft.slot("tenant"), Set.of("acme"), Words.span("tenant"))))
                .isFalse();
        assertThat(holds(new Condition.TextMatches(
                        PolicyDraft.slot("tenant"), TextMatch.ENDS_WITH, "-east", Words.span("tenant"))))
                .isTrue();
        assertThat(holds(new Condition.HasMember(PolicyDraft.slot("tags"), "night", Words.span("tags"))))
                .isTrue();
        assertThat(holds(new Condition.HasMember(PolicyDraft.slot("tags"), "day", Words.span("tags"))))
                .isFalse();
    }

    @Test
    void theBucketIsTheOneOfTheTask() {
        var avoid = new Condition.InBucket(Set.of(Bucket.AVOID, Bucket.MAYBE), Words.span("bucket"));
        assertThat(Conditions.holds(avoid, TASK, Bucket.MAYBE)).isTrue();
        assertThat(Conditions.holds(avoid, TASK, Bucket.USE)).isFalse();
    }

    @Test
    void bothSidesOfAComparisonAreCountedAlike() {
        // input_tokens / 2 < 1_500.5, counted in halves
        var half = new Condition.Compare(
                Comparison.LESS, slot("input_tokens"), new Amount.Fixed(3_001), 2, Words.span("compare"));
        assertThat(holds(half)).isTrue();
    }

    @Test
    void amountsAreExact() {
        assertThat(number(new Amount.Sum(List.of(slot("input_tokens"), new Amount.Fixed(-1)))))
                .isEqualTo(2_999);
        assertThat(number(new Amount.Times(-2, slot("input_tokens")))).isEqualTo(-6_000);
        assertThat(number(new Amount.Least(List.of(slot("input_tokens"), slot("output_tokens")))))
                .isEqualTo(500);
        assertThat(number(new Amount.Greatest(List.of(slot("input_tokens"), slot("output_tokens")))))
                .isEqualTo(3_000);
        assertThat(number(new Amount.Sum(List.of()))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "7, 2, 3",
        "-7, 2, -4",
        "-8, 2, -4",
        "-1, 1000, -1",
        "999, 1000, 0",
        "-9223372036854775808, 1, -9223372036854775808"
    })
    void aQuantityIsRoundedDownOnBothSidesOfZero(long numerator, long divisor, long quotient) {
        assertThat(Conditions.quantity(
                        new Quantity(new Amount.Fixed(numerator), divisor, Words.span("x")), TASK, Bucket.MAYBE))
                .isEqualTo(quotient);
    }

    private static boolean holds(Condition condition) {
        return Conditions.holds(condition, TASK, Bucket.MAYBE);
    }

    private static long number(Amount amount) {
        return Conditions.number(amount, TASK, Bucket.MAYBE);
    }

    private static Amount slot(String feature) {
        return new Amount.Slot(PolicyDraft.slot(feature));
    }

    private static Condition and(Condition... parts) {
        return new Condition.And(List.of(parts), Words.span("and"));
    }

    private static Condition or(Condition... parts) {
        return new Condition.Or(List.of(parts), Words.span("or"));
    }
}
