package dev.mete.bench;

import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.HandWritten;
import dev.mete.bench.workload.Tasks;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.policy.CompiledPolicy;
import java.util.HashSet;
import java.util.List;

/** Holds the answers of what is about to be measured against each other, one by one, and throws on the first that differs. */
public final class CompareAnswers {
    /** A policy of which most rules never decide would measure something else. */
    private static final double LEAST_SHARE_OF_RULES = 0.2;

    private final GeneratedPolicy policy;

    /** Compares what decides a policy. */
    public CompareAnswers(GeneratedPolicy policy) {
        this.policy = policy;
    }

    /** Whole outcomes are equal; the two may have been read from different languages. */
    void engines(CompiledPolicy first, CompiledPolicy second, List<Fields> tasks) {
        for (Fields task : tasks) {
            var expected = first.decide(Tasks.of(task, first.schema()));
            var actual = second.decide(Tasks.of(task, second.schema()));
            if (!expected.equals(actual)) {
                throw new IllegalStateException(task + "\n" + expected + "\n" + actual);
            }
        }
    }

    /** Bucket, rule and plan are equal, and the deciding rules are spread over the policy. */
    public void handWritten(CompiledPolicy policy, HandWritten code, List<Fields> tasks) {
        var answer = new HandWritten.Answer();
        var deciding = new HashSet<Integer>();
        for (Fields task : tasks) {
            code.decide(task, answer);
            deciding.add(answer.rule);
            if (!(policy.decide(Tasks.of(task, policy.schema())) instanceof Decision decision)
                    || !isEqual(decision, answer)) {
                throw new IllegalStateException(task + ": hand-written Java takes the rule " + answer.rule);
            }
        }
        int rules = policy.info().rules().size();
        if (deciding.size() < LEAST_SHARE_OF_RULES * Math.min(rules, tasks.size())) {
            throw new IllegalStateException("only " + deciding.size() + " of " + rules + " rules decide");
        }
    }

    private boolean isEqual(Decision decision, HandWritten.Answer answer) {
        var plan = decision.plan();
        var ask = answer.ask;
        return decision.bucket() == answer.bucket
                && decision.rule().equals(policy.ruleName(answer.rule))
                && plan.model().id().equals("bench/" + ask.alias())
                && plan.effort() == ask.effort()
                && plan.tokenCap() == ask.cap()
                && plan.thinkingTokens() == ask.thinking()
                && plan.timeoutMillis() == answer.timeout;
    }
}
