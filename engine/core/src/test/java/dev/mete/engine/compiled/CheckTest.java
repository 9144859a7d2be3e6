package dev.mete.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.eval.Conditions;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.sample.Amounts;
import dev.mete.engine.sample.Words;
import dev.mete.engine.task.Task;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Comparisons of what can go beyond a {@code long}. */
class CheckTest {
    @Property
    void aWideComparisonHoldsWhereItHoldsExactly(
            @ForAll("amounts") Amount left,
            @ForAll("amounts") Amount right,
            @ForAll Comparison comparison,
            @ForAll("tasks") Task task) {
        var compare = new Condition.Compare(comparison, left, right, 1, true, Words.span("x"));
        assertThat(Check.of(compare).holds(task, Bucket.MAYBE))
                .isEqualTo(Conditions.holds(compare, task, Bucket.MAYBE));
    }

    @Property
    void whatIsNearlyEqualIsToldApart(
            @ForAll("amounts") Amount amount, @ForAll Comparison comparison, @ForAll("tasks") Task task) {
        var next = new Amount.Sum(List.of(amount, new Amount.Fixed(1)));
        var compare = new Condition.Compare(comparison, amount, next, 1, true, Words.span("x"));
        assertThat(Check.of(compare).holds(task, Bucket.MAYBE))
                .isEqualTo(Conditions.holds(compare, task, Bucket.MAYBE));
    }

    @Provide
    Arbitrary<Amount> amounts() {
        return Amounts.any();
    }

    @Provide
    Arbitrary<Task> tasks() {
        return Amounts.tasks();
    }
}
