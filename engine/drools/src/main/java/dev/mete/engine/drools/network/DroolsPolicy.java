package dev.mete.engine.drools.network;

import dev.mete.engine.compiled.Finish;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.drools.SharedUse;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.BitSet;
import org.kie.api.runtime.KieSession;

/** A policy decided by Drools: two phases in which the first rule counts, and one in which all do. Its sessions go when its last decision leaves. */
final class DroolsPolicy implements CompiledPolicy {
    private final PolicyIr policy;
    private final Evaluator evaluator;
    private final Finish finish;
    private final Sessions sessions;
    private final SharedUse use;

    DroolsPolicy(PolicyIr policy) {
        this.policy = policy;
        this.evaluator = new Evaluator(policy, DroolsEngine.NAME);
        this.finish = new Finish(policy);
        this.sessions = new Sessions(Network.of(policy), Sessions.MOST);
        this.use = new SharedUse("the policy `" + policy.name() + "`", sessions::close);
    }

    @Override
    public PolicyInfo info() {
        return evaluator.info();
    }

    @Override
    public TaskSchema schema() {
        return policy.schema();
    }

    @Override
    public Outcome decide(Task task) {
        var verdict = new Verdict();
        decide(task, verdict);
        return verdict.outcome();
    }

    @Override
    public void decide(Task task, Verdict verdict) {
        use.come();
        try {
            decideHeld(task, verdict);
        } finally {
            use.leave();
        }
    }

    @Override
    public Explanation explain(Task task) {
        return evaluator.explain(task, decide(task));
    }

    @Override
    public void close() {
        use.close();
    }

    private void decideHeld(Task task, Verdict verdict) {
        KieSession session = sessions.take();
        boolean sound = false;
        try {
            Bucket bucket = bucket(session, task);
            int line = line(session, task, bucket);
            BitSet held = held(session, task, bucket);
            sound = true;
            finish.decide(task, bucket, line, (_, _, _, from) -> held.nextSetBit(from), 0, verdict);
        } finally {
            if (sound) {
                sessions.giveBack(session);
            } else {
                sessions.discard(session);
            }
        }
    }

    private Bucket bucket(KieSession session, Task task) {
        if (policy.buckets().isEmpty()) {
            return Bucket.MAYBE;
        }
        var question = new Question.OfBucket(task);
        Sessions.ask(session, question, 1);
        return question.first() < 0
                ? Bucket.MAYBE
                : policy.buckets().get(question.first()).bucket();
    }

    /** The place of the rule that holds; the number of rules where none does. */
    private int line(KieSession session, Task task, Bucket bucket) {
        if (policy.rules().isEmpty()) {
            return 0;
        }
        var question = new Question.OfRule(task, bucket);
        Sessions.ask(session, question, 1);
        return question.first() < 0 ? policy.rules().size() : question.first();
    }

    private BitSet held(KieSession session, Task task, Bucket bucket) {
        if (policy.limits().isEmpty()) {
            return new BitSet();
        }
        var question = new Question.OfLimits(task, bucket);
        Sessions.ask(session, question, Sessions.ALL);
        return question.held();
    }
}
