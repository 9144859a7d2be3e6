package dev.mete.engine.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.sample.Ask;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.PolicyDraft;
import dev.mete.engine.sample.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadSlotsTest {
    private static final Ask PLAIN = Ask.of(Models.plain("acme/plain"), Effort.NONE);

    @Test
    void everyPolicyReadsHowLongInputAndAnswerAre() {
        assertThat(reads(new PolicyDraft().otherwise(PLAIN.plan()))).containsExactly("input_tokens", "output_tokens");
    }

    @Test
    void conditionsOfEveryKindAreRead() {
        var condition = new Condition.And(
                List.of(
                        new Condition.Or(List.of(among("type"), among("complexity")), Words.span("or")),
                        new Condition.Not(
                                new Condition.Named("let", among("stream"), Words.span("let")), Words.span("not")),
                        new Condition.TextAmong(PolicyDraft.slot("tenant"), Set.of("a"), Words.span("among")),
                        new Condition.TextMatches(
                                PolicyDraft.slot("user"), TextMatch.CONTAINS, "a", Words.span("contains")),
                        new Condition.HasMember(PolicyDraft.slot("tags"), "a", Words.span("in")),
                        new Condition.InBucket(Set.of(Bucket.USE), Words.span("bucket")),
                        new Condition.Compare(
                                Comparison.LESS, slot("attempt"), slot("tools"), 1, Words.span("attempt < tools"))),
                Words.span("and"));
        assertThat(reads(new PolicyDraft().rule("one", condition, PLAIN.plan()).otherwise(PLAIN.plan())))
                .containsExactly(
                        "type",
                        "complexity",
                        "input_tokens",
                        "output_tokens",
                        "attempt",
                        "stream",
                        "tools",
                        "tenant",
                        "user",
                        "tags");
    }

    @Test
    void amountsOfPlansAndLimitsAreRead() {
        var draft = new PolicyDraft()
                .bucket(Bucket.AVOID, among("sensitivity"))
                .otherwise(
                        PLAIN.cap(quantity(new Amount.Sum(List.of(slot("cached_tokens"), new Amount.Fixed(1)))))
                                .plan(),
                        PLAIN.timeout(quantity(new Amount.Least(List.of(slot("latency_tolerance")))))
                                .plan(),
                        PLAIN.thinking(quantity(new Amount.Greatest(List.of(slot("tools")))))
                                .plan())
                .limit("cap", new Bound.CapAtMost(quantity(new Amount.Times(2, slot("attempt")))), among("stream"));
        assertThat(reads(draft))
                .containsExactly(
                        "latency_tolerance",
                        "input_tokens",
                        "output_tokens",
                        "cached_tokens",
                        "attempt",
                        "stream",
                        "tools",
                        "sensitivity");
    }

    @Test
    void limitsOfEveryKindAreRead() {
        var draft = new PolicyDraft()
                .otherwise(PLAIN.plan())
                .limit("effort", new Bound.EffortAtMost(Effort.LOW), among("type"))
                .limit("thinking", new Bound.ThinkingAtMost(quantity(slot("cached_tokens"))))
                .limit("timeout", new Bound.TimeoutAtMost(quantity(slot("latency_tolerance"))));
        assertThat(reads(draft))
                .containsExactly("type", "latency_tolerance", "input_tokens", "output_tokens", "cached_tokens");
    }

    private static Condition among(String feature) {
        return new Condition.Among(PolicyDraft.slot(feature), Set.of(0), Words.span(feature));
    }

    private static Amount slot(String feature) {
        return new Amount.Slot(PolicyDraft.slot(feature));
    }

    private static Quantity quantity(Amount amount) {
        return new Quantity(amount, 1, Words.span("amount"));
    }

    private static List<String> reads(PolicyDraft draft) {
        var schema = draft.ir().schema();
        return IntStream.range(0, schema.size())
                .filter(schema::reads)
                .mapToObj(slot -> schema.feature(slot).name())
                .toList();
    }
}
