package dev.mete.server.decide;

import dev.mete.engine.decision.DecisionNames;
import dev.mete.engine.json.plain.PlainAnswers;
import dev.mete.engine.json.plain.PlainTasks;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicyInfo;
import org.jspecify.annotations.Nullable;

/** What is prepared of one revision of a policy to read its tasks and write its answers plainly. Thread-safe. */
final class PolicyForms {
    private final PolicyInfo info;
    private final PlainTasks tasks;
    private volatile @Nullable PlainAnswers answers;

    PolicyForms(CompiledPolicy policy) {
        this.info = policy.info();
        this.tasks = new PlainTasks(policy.schema());
    }

    PlainTasks tasks() {
        return tasks;
    }

    /** The answers of verdicts with these names, of which a revision has one. */
    PlainAnswers answers(DecisionNames names) {
        PlainAnswers now = answers;
        if (now == null || !now.isFor(names)) {
            now = new PlainAnswers(names, info);
            answers = now;
        }
        return now;
    }
}
