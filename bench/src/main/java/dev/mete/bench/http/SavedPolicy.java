package dev.mete.bench.http;

import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.policy.CompiledPolicy;

/** A policy whose rules' names say which save of it they belong to. */
public final class SavedPolicy {
    private static final int TASKS = 200;

    private final String language;
    private final GeneratedPolicy policy;

    public SavedPolicy(String language, int rules) {
        this.language = language;
        this.policy = Workload.TENANT.policy(rules, 1);
    }

    /** The text of a save; 0 is the first. */
    public String text(int save) {
        return policy.text(language).replace("rule \"rule ", "rule \"save " + save + " rule ");
    }

    /** A task, in JSON, that a named rule decides. */
    public String task() {
        try (var compiled = policy.compiled("mete", "native")) {
            return policy.tasks(TASKS).stream()
                    .filter(task -> isDecidedByRule(compiled, task))
                    .findFirst()
                    .map(Tasks::json)
                    .orElseThrow();
        }
    }

    private static boolean isDecidedByRule(CompiledPolicy policy, Fields task) {
        return policy.decide(Tasks.of(task, policy.schema())) instanceof Decision decision
                && !decision.rule().equals(Decision.OTHERWISE);
    }
}
