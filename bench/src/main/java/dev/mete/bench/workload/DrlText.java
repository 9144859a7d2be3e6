package dev.mete.bench.workload;

import dev.mete.bench.workload.GeneratedRule.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a generated policy in restricted DRL. */
final class DrlText {
    private final StringBuilder text = new StringBuilder();

    DrlText(List<GeneratedRule> rules) {
        text.append("package ").append(GeneratedPolicy.NAME).append(";\n");
        text.append("""

                import dev.mete.engine.drools.fact.Bucket;
                import dev.mete.engine.drools.fact.Effort;
                import dev.mete.engine.drools.fact.Task;

                global dev.mete.engine.drools.fact.Decision decision;
                """);
        write("avoid", "classify", "type in (\"summarization\", \"extraction\")", "decision.classify(Bucket.AVOID);");
        write("use", "classify", "errorCostUsd >= 5000", "decision.classify(Bucket.USE);");
        write("maybe", "classify", "", "decision.classify(Bucket.MAYBE);");
        for (GeneratedRule rule : rules) {
            write(rule.name(), "route", String.join(", ", constraints(rule)), call(rule.ask()));
        }
        write("otherwise", "route", "", call(Ask.ALL.getFirst()));
        write(
                "limit timeout <= 4s",
                "limit",
                "latencyToleranceMs < 4000",
                "decision.limitTimeoutMs(4000, \"callers in a hurry\");");
    }

    private void write(String name, String group, String constraints, String consequence) {
        text.append("\nrule \"")
                .append(name)
                .append("\" ruleflow-group \"")
                .append(group)
                .append("\"\nwhen\n    Task(");
        text.append(constraints.isEmpty() ? "" : " " + constraints + " ");
        text.append(")\nthen\n    ").append(consequence).append("\nend\n");
    }

    private static String call(Ask ask) {
        String thinking = ask.thinking() > 0 ? ".thinking(" + ask.thinking() + ")" : "";
        return "decision.route(\"" + Models.BY_ALIAS.get(ask.alias()) + "\", Effort."
                + ask.effort().word().toUpperCase(Locale.ROOT) + ")" + thinking + ".cap(" + ask.cap() + ").timeoutMs("
                + ask.timeout() + ");";
    }

    private static List<String> constraints(GeneratedRule rule) {
        var constraints = new ArrayList<String>();
        if (rule.type() != null) {
            constraints.add("type == \"" + rule.type() + "\"");
        }
        if (rule.tenant() != null) {
            constraints.add("tenant == \"" + rule.tenant() + "\"");
        }
        for (Range range : rule.ranges()) {
            if (range.hasLeast()) {
                constraints.add(range.axis().field() + " >= " + range.least());
            }
            if (range.hasBelow()) {
                constraints.add(range.axis().field() + " < " + range.below());
            }
        }
        return constraints;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
