package dev.mete.bench.peer;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.mete.bench.workload.Ask;
import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.HandWritten;
import dev.mete.bench.workload.PeerRule;
import dev.mete.engine.decision.Bucket;
import java.util.List;
import java.util.Map;

/** A generated policy as one program of CEL for each line, evaluated in order until the first holds. */
final class CelPrograms implements Peer<Map<String, Object>> {
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().build();

    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .addVar("type", SimpleType.STRING)
            .addVar("tenant", SimpleType.STRING)
            .addVar("errorCost", SimpleType.INT)
            .addVar("latencyTolerance", SimpleType.INT)
            .addVar("inputTokens", SimpleType.INT)
            .addVar("outputTokens", SimpleType.INT)
            .addVar("cachedTokens", SimpleType.INT)
            .addVar("tools", SimpleType.INT)
            .setResultType(SimpleType.BOOL)
            .build();

    private final CelRuntime.Program avoid = program("type == \"summarization\" || type == \"extraction\"");
    private final CelRuntime.Program use = program("errorCost >= 5000");
    private final CelRuntime.Program hurried = program("latencyTolerance < 4000");
    private final CelRuntime.Program[] rules;
    private final List<Ask> asks;

    CelPrograms(GeneratedPolicy policy) {
        rules = policy.peerRules().stream()
                .map(rule -> String.join(" && ", rule.tests()))
                .map(CelPrograms::program)
                .toArray(CelRuntime.Program[]::new);
        asks = policy.peerRules().stream().map(PeerRule::ask).toList();
    }

    private static CelRuntime.Program program(String condition) {
        try {
            return RUNTIME.createProgram(COMPILER.compile(condition).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(condition, e);
        }
    }

    @Override
    public Map<String, Object> prepared(Fields task) {
        return Map.of(
                "type", task.type(),
                "tenant", task.tenant(),
                "errorCost", (long) task.errorCost(),
                "latencyTolerance", (long) task.latencyTolerance(),
                "inputTokens", (long) task.inputTokens(),
                "outputTokens", (long) task.outputTokens(),
                "cachedTokens", (long) task.cachedTokens(),
                "tools", (long) task.tools());
    }

    @Override
    public void decide(Map<String, Object> task, HandWritten.Answer into) {
        into.bucket = holds(avoid, task) ? Bucket.AVOID : holds(use, task) ? Bucket.USE : Bucket.MAYBE;
        into.rule = firstRule(task);
        into.ask = into.rule < rules.length ? asks.get(into.rule) : Ask.ALL.getFirst();
        into.timeout = holds(hurried, task) ? Math.min(into.ask.timeout(), 4000) : into.ask.timeout();
    }

    private int firstRule(Map<String, Object> task) {
        for (int i = 0; i < rules.length; i++) {
            if (holds(rules[i], task)) {
                return i;
            }
        }
        return rules.length;
    }

    private static boolean holds(CelRuntime.Program program, Map<String, Object> task) {
        try {
            return (Boolean) program.eval(task);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }
}
