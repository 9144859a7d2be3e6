package dev.mete.bench.peer;

import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.HandWritten;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Rules of Drools in a session that is held, or in one that is made for each task. */
final class DroolsSessions implements Peer<Fact>, AutoCloseable {
    private final KieBase rules;
    private final Beside beside;
    private final @Nullable KieSession held;

    /**
     * Sessions of rules.
     *
     * @param isHeld whether one session decides all tasks
     */
    DroolsSessions(GeneratedPolicy policy, KieBase rules, boolean isHeld) {
        this.rules = rules;
        this.beside = new Beside(policy);
        this.held = isHeld ? rules.newKieSession() : null;
    }

    @Override
    public Fact prepared(Fields task) {
        return new Fact(task);
    }

    @Override
    public void decide(Fact task, HandWritten.Answer into) {
        task.setRule(Fact.NONE);
        if (held != null) {
            var handle = held.insert(task);
            held.fireAllRules(1);
            held.delete(handle);
        } else {
            KieSession fresh = rules.newKieSession();
            try {
                fresh.insert(task);
                fresh.fireAllRules(1);
            } finally {
                fresh.dispose();
            }
        }
        beside.complete(task.fields(), task.getRule() == Fact.NONE ? beside.none() : task.getRule(), into);
    }

    @Override
    public void close() {
        if (held != null) {
            held.dispose();
        }
    }
}
