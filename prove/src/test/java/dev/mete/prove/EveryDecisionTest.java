package dev.mete.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Task;
import dev.mete.prove.search.Budget;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is proved of all decisions of a policy is what going through all of its tasks shows. */
final class EveryDecisionTest {
    private static final int CLAIMS = 6;

    /** What a policy claims, and whether a decision is so. */
    private record Claim(String text, Predicate<Decision> holds) {}

    @Property(tries = 2_000, seed = "20261123")
    void aClaimHoldsWhereTheProofSays(@ForAll long seed) {
        var random = new Random(seed);
        var claims = random.ints(CLAIMS, 0, Integer.MAX_VALUE)
                .mapToObj(_ -> claim(random, 2))
                .toList();
        String ensures =
                claims.stream().map(claim -> "ensure " + claim.text() + "\n").collect(Collectors.joining());
        var made = TinyPolicy.deciding(random, ensures);
        var tiny = made.tiny();
        String text = made.text();
        PolicyIr policy = made.policy();
        var evaluator = new Evaluator(policy, NativeEngine.NAME);
        var decisions = tiny.tasks(policy).stream()
                .map(evaluator::decide)
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .toList();
        var prover = new Prover(policy, Budget.of(Duration.ofMinutes(1)));
        for (int at = 0; at < CLAIMS; at++) {
            String as = "ensure " + claims.get(at).text() + " in\n" + text;
            boolean holds = decisions.stream().allMatch(claims.get(at).holds());
            switch (prover.ensure(policy.ensures().get(at))) {
                case Claimed.Holds() -> assertThat(holds).as(as).isTrue();
                case Claimed.Fails(Task witness, String rule) -> {
                    assertThat(holds).as(as).isFalse();
                    var decision = (Decision) evaluator.decide(witness);
                    assertThat(decision.rule()).as(as).isEqualTo(rule);
                    assertThat(claims.get(at).holds().test(decision))
                            .as(as + witness + decision)
                            .isFalse();
                }
                case Claimed.NotDecided() -> throw new AssertionError(as);
            }
        }
    }

    private static Claim claim(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            Claim one = claim(random, depth - 1);
            Claim other = claim(random, depth - 1);
            return random.nextBoolean()
                    ? new Claim("(" + one.text + " or " + other.text + ")", one.holds.or(other.holds))
                    : new Claim(
                            "not (" + one.text + " and " + other.text + ")",
                            one.holds.and(other.holds).negate());
        }
        return switch (random.nextInt(6)) {
            case 0 -> {
                var effort = List.of(Effort.NONE, Effort.LOW, Effort.MEDIUM).get(random.nextInt(3));
                yield new Claim(
                        "effort <= " + effort.word(),
                        decision -> decision.plan().effort().compareTo(effort) <= 0);
            }
            case 1 ->
                new Claim(
                        "model is not deep",
                        decision -> !decision.plan().model().id().equals("anthropic/claude-opus-4-8"));
            case 2 -> {
                int cap = List.of(1_030, 2_050, 4_130, 9_000).get(random.nextInt(4)) + random.nextInt(5);
                yield new Claim("cap <= " + cap, decision -> decision.plan().tokenCap() <= cap);
            }
            case 3 -> {
                int thinking = 1_022 + random.nextInt(8);
                yield new Claim(
                        "thinking < " + thinking, decision -> decision.plan().thinkingTokens() < thinking);
            }
            case 4 -> {
                int mills = 1 + random.nextInt(120);
                yield new Claim(
                        "cost <= $" + mills / 1_000.0,
                        decision -> Objects.requireNonNull(decision.estimate().cost())
                                        .worst()
                                <= mills * 1_000_000_000L);
            }
            default -> {
                int seconds = 1 + random.nextInt(4);
                yield new Claim(
                        "timeout <= " + seconds + "s",
                        decision ->
                                decision.plan().hasTimeout() && decision.plan().timeoutMillis() <= 1_000L * seconds);
            }
        };
    }
}
