package dev.mete.prove;

import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.EnsureIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.PolicyProof;
import dev.mete.engine.task.Task;
import dev.mete.prove.search.Budget;
import dev.mete.prove.words.DecisionText;
import dev.mete.prove.words.TaskText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Proves a policy's claims, or shows a task for which one fails. Thread-safe. */
public final class ProveEnsures implements PolicyProof {
    /** A claim that takes longer is not decided. */
    public static final Duration USUAL_TIME = Duration.ofSeconds(10);

    @Override
    public List<Diagnostic> check(PolicyIr policy) {
        var prover = new Prover(policy, Budget.of(USUAL_TIME));
        return policy.ensures().stream()
                .flatMap(ensure -> wrong(policy, ensure, prover.ensure(ensure)))
                .toList();
    }

    private static Stream<Diagnostic> wrong(PolicyIr policy, EnsureIr ensure, Claimed claimed) {
        return switch (claimed) {
            case Claimed.Holds() -> Stream.empty();
            case Claimed.Fails(Task witness, String rule) -> {
                Outcome outcome = new Evaluator(policy, "").decide(witness);
                yield Stream.of(Diagnostic.error(
                        "M0701",
                        ensure.span(),
                        "this does not hold for every task: " + by(rule) + " decides one otherwise",
                        "given " + TaskText.of(witness) + ", it gets " + DecisionText.of(outcome)));
            }
            case Claimed.NotDecided() ->
                Stream.of(Diagnostic.warning(
                        "M0702",
                        ensure.span(),
                        "not decided within " + USUAL_TIME.toSeconds() + " seconds whether this holds for every task",
                        "give it more time with `mete prove --time-limit`, or claim less"));
        };
    }

    private static String by(String rule) {
        return rule.equals(Decision.OTHERWISE) ? "`otherwise`" : "the rule `" + rule + "`";
    }
}
