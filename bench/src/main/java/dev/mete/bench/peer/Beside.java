package dev.mete.bench.peer;

import dev.mete.bench.workload.Ask;
import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.HandWritten;
import dev.mete.bench.workload.PeerRule;
import dev.mete.engine.decision.Bucket;
import java.util.List;

/** What stands beside the rules of another engine in plain Java: bucket, limit, and the plan of the rule that the engine found. */
final class Beside {
    private static final int HURRIED = 4_000;
    private static final int DEAR = 5_000;

    private final List<Ask> asks;

    Beside(GeneratedPolicy policy) {
        this.asks = policy.peerRules().stream().map(PeerRule::ask).toList();
    }

    /** Completes the answer; a rule beyond all is none. */
    void complete(Fields task, int rule, HandWritten.Answer into) {
        boolean isEasy = task.type().equals("summarization") || task.type().equals("extraction");
        into.bucket = isEasy ? Bucket.AVOID : task.errorCost() >= DEAR ? Bucket.USE : Bucket.MAYBE;
        into.rule = rule;
        into.ask = rule < asks.size() ? asks.get(rule) : Ask.ALL.getFirst();
        into.timeout = task.latencyTolerance() < HURRIED ? Math.min(into.ask.timeout(), HURRIED) : into.ask.timeout();
    }

    /** The number of rules, which stands for none of them. */
    int none() {
        return asks.size();
    }
}
