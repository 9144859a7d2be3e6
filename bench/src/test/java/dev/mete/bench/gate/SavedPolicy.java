package dev.mete.bench.gate;

import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.policy.CompiledPolicy;

/** A policy whose rules' names say which save of it they belong to. */
final class SavedPolicy {
    private static final int RULES = 20;
    private static final int TASKS = 200;

    private final String language;
    private final GeneratedPolicy policy = Workload.TENANT.policy(RULES, 1);

    SavedPolicy(String language) {
        this.language = language;
    }

    /** The text of a save; 0 is the first. */
    String text(int save) {
        return policy.text(language).replace("rule \"rule ", "rule \"save " + save + " rule ");
    }

    /** A task, in JSON, that a named rule decides. */
    String task() {
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
