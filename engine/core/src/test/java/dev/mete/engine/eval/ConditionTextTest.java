package dev.mete.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.sample.PolicyDraft;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionTextTest {
    private static final TaskSchema SCHEMA = TaskSchema.of(StandardFeatures.all(), new BitSet());
    private static final Condition DEAR = compare(Comparison.AT_LEAST, slot("error_cost"), 50_000_000_000L, 1);
    private static final Condition SLOW = compare(Comparison.LESS, slot("latency_tolerance"), 3_000, 1);

    @Test
    void everyConditionIsWrittenAsTheLanguageWritesIt() {
        assertThat(text(new Condition.Always(true, Span.NONE))).isEqualTo("always");
        assertThat(text(new Condition.Always(false, Span.NONE))).isEqualTo("never");
        assertThat(text(DEAR)).isEqualTo("error_cost >= $50");
        assertThat(text(SLOW)).isEqualTo("latency_tolerance < 3s");
        assertThat(text(new Condition.Among(PolicyDraft.slot("complexity"), Set.of(2, 1), Span.NONE)))
                .isEqualTo("complexity in [medium, high]");
        assertThat(text(new Condition.Among(PolicyDraft.slot("stream"), Set.of(1), Span.NONE)))
                .isEqualTo("stream in [true]");
        assertThat(text(new Condition.TextAmong(PolicyDraft.slot("tenant"), Set.of("b", "a"), Span.NONE)))
                .isEqualTo("tenant in [\"a\", \"b\"]");
        assertThat(text(new Condition.TextMatches(
                        PolicyDraft.slot("tenant"), TextMatch.STARTS_WITH, "acme", Span.NONE)))
                .isEqualTo("tenant starts with \"acme\"");
        assertThat(text(new Condition.HasMember(PolicyDraft.slot("tags"), "batch", Span.NONE)))
                .isEqualTo("\"batch\" in tags");
        assertThat(text(new Condition.InBucket(Set.of(Bucket.AVOID, Bucket.USE), Span.NONE)))
                .isEqualTo("bucket in [use, avoid]");
        assertThat(text(new Condition.Named("routine", DEAR, Span.NONE))).isEqualTo("routine");
    }

    @Test
    void partsStandInParenthesesWhereTheyCouldBeMisread() {
        var either = new Condition.Or(List.of(DEAR, SLOW), Span.NONE);
        assertThat(text(either)).isEqualTo("error_cost >= $50 or latency_tolerance < 3s");
        assertThat(text(new Condition.And(List.of(either, SLOW), Span.NONE)))
                .isEqualTo("(error_cost >= $50 or latency_tolerance < 3s) and latency_tolerance < 3s");
        assertThat(text(new Condition.Not(either, Span.NONE)))
                .isEqualTo("not (error_cost >= $50 or latency_tolerance < 3s)");
        assertThat(text(new Condition.And(List.of(), Span.NONE))).isEqualTo("always");
        assertThat(text(new Condition.Or(List.of(), Span.NONE))).isEqualTo("never");
    }

    @Test
    void amountsAreWrittenInTheUnitOfWhatTheyRead() {
        var sum = new Amount.Sum(List.of(slot("input_tokens"), new Amount.Times(2, slot("output_tokens"))));
        assertThat(text(compare(Comparison.GREATER, sum, 10_000, 1)))
                .isEqualTo("(input_tokens + 2 * output_tokens) > 10_000");
        var extremes = new Amount.Least(List.of(
                slot("input_tokens"), new Amount.Greatest(List.of(slot("output_tokens"), new Amount.Fixed(500)))));
        assertThat(text(compare(Comparison.NOT_EQUAL, extremes, 0, 1)))
                .isEqualTo("min(input_tokens, max(output_tokens, 500)) != 0");
    }

    @Test
    void fractionsAreWrittenOverTheirParts() {
        assertThat(text(compare(Comparison.LESS, new Amount.Times(3, slot("input_tokens")), 2_000, 2)))
                .isEqualTo("3/2 * input_tokens < 1_000");
        assertThat(text(compare(Comparison.LESS, new Amount.Times(2, slot("input_tokens")), 2_001, 2)))
                .isEqualTo("input_tokens < 1_000 and a fraction");
        assertThat(text(compare(Comparison.LESS, new Amount.Times(4, slot("input_tokens")), 2, 2)))
                .isEqualTo("2 * input_tokens < 1");
        assertThat(text(compare(Comparison.LESS, new Amount.Times(-1, slot("input_tokens")), -5, 1)))
                .isEqualTo("-1 * input_tokens < -5");
    }

    @Test
    void whatReadsNothingIsANumber() {
        assertThat(text(compare(Comparison.EQUAL, new Amount.Fixed(1), 2, 1))).isEqualTo("1 = 2");
    }

    private static Condition compare(Comparison comparison, Amount left, long right, long parts) {
        return new Condition.Compare(comparison, left, new Amount.Fixed(right), parts, Span.NONE);
    }

    private static Amount slot(String feature) {
        return new Amount.Slot(PolicyDraft.slot(feature));
    }

    private static String text(Condition condition) {
        return ConditionText.of(condition, SCHEMA);
    }
}
