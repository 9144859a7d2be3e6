package dev.mete.engine.eval;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.Mentions;
import dev.mete.engine.ir.WaitingIr;
import dev.mete.engine.policy.Weighed;
import dev.mete.engine.task.Task;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what each candidate of a choice comes to for a task, and at which cost of an error it would draw level with the chosen one. */
final class ExplainChoice {
    private static final long FEMTOS_PER_PICO = 1_000;

    private final Explain explain;
    private final List<WaitingIr> waiting;
    private final Task task;
    private final Bucket bucket;

    ExplainChoice(Explain explain, List<WaitingIr> waiting, Task task, Bucket bucket) {
        this.explain = explain;
        this.waiting = waiting;
        this.task = task;
        this.bucket = bucket;
    }

    /** The candidates as written; none where there is but one plan. None is chosen where none of them could take the task. */
    @SuppressWarnings("ReferenceEquality") // the very plan that was taken, not one that reads the same
    List<Weighed> of(ChoiceIr choice, Outcome outcome) {
        if (!(choice instanceof ChoiceIr.Several several)) {
            return List.of();
        }
        var ranked = Rank.of(several, task, bucket).plans();
        int place = outcome instanceof Decision decision ? decision.passedOver().size() : ranked.size();
        CandidateIr chosen = place >= ranked.size()
                ? null
                : several.candidates().stream()
                        .filter(candidate -> candidate.plan() == ranked.get(place))
                        .findFirst()
                        .orElseThrow();
        return several.candidates().stream()
                .map(candidate -> weighed(several.goal(), candidate, chosen))
                .toList();
    }

    private Weighed weighed(Goal goal, CandidateIr candidate, @Nullable CandidateIr chosen) {
        var worth = candidate.worth();
        var line = explain.line(candidate);
        // What is not compared may ask for features that the task need not give.
        boolean isCompared =
                goal == Goal.BEST || (worth.errors() != null && new Mentions(worth.errors()).in(candidate.where()));
        var errors = isCompared ? number(worth.errors()) : null;
        return new Weighed(
                candidate.plan().model().model().id(),
                candidate.plan().effort().word(),
                candidate.equals(chosen),
                line.held(),
                line.failed(),
                number(worth.cost()),
                number(worth.latency()),
                number(worth.slowLatency()),
                errors == null ? null : (Integer) errors.intValue(),
                goal == Goal.BEST ? Conditions.exactly(candidate.value(), task, bucket) : null,
                goal == Goal.BEST && chosen != null ? breakEven(candidate, chosen) : null);
    }

    /** The price of waiting for the task, in nano-dollars per second. */
    private long rate() {
        return waiting.stream()
                .filter(line -> Conditions.holds(line.when(), task, bucket))
                .mapToLong(WaitingIr::nanosPerSecond)
                .findFirst()
                .orElse(0);
    }

    /** ((C1 - C0) + waiting (L1 - L0)) / (p0 - p1), after Zellinger and Thomson, arXiv 2507.03834. */
    private @Nullable Long breakEven(CandidateIr candidate, CandidateIr chosen) {
        var errors = number(candidate.worth().errors());
        var chosenErrors = number(chosen.worth().errors());
        var sure = sureLoss(candidate);
        var chosenSure = sureLoss(chosen);
        if (errors == null || chosenErrors == null || sure == null || chosenSure == null) {
            return null;
        }
        BigInteger more = sure.subtract(chosenSure);
        BigInteger fewer = BigInteger.valueOf(chosenErrors - errors);
        if (more.signum() * fewer.signum() <= 0) {
            return null;
        }
        BigInteger nanos = more.divide(fewer);
        return nanos.bitLength() < Long.SIZE ? (Long) nanos.longValueExact() : null;
    }

    /** Price and waiting in femto-dollars: what a candidate loses whether its answer is right or wrong. */
    private @Nullable BigInteger sureLoss(CandidateIr candidate) {
        var cost = number(candidate.worth().cost());
        var latency = number(candidate.worth().latency());
        long rate = rate();
        if (cost == null || (latency == null && rate != 0)) {
            return null;
        }
        BigInteger wait = latency == null ? BigInteger.ZERO : BigInteger.valueOf(latency);
        return BigInteger.valueOf(cost)
                .multiply(BigInteger.valueOf(FEMTOS_PER_PICO))
                .add(wait.multiply(BigInteger.valueOf(rate)));
    }

    private @Nullable Long number(@Nullable Amount amount) {
        return amount == null ? null : (Long) Conditions.number(amount, task, bucket);
    }
}
