package dev.mete.bench.workload;

import dev.mete.bench.workload.GeneratedRule.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a generated policy in the Mete language. */
final class MeteText {
    private final StringBuilder text = new StringBuilder();

    MeteText(List<GeneratedRule> rules) {
        text.append("policy ").append(GeneratedPolicy.NAME).append("\n\nmodels {\n");
        new TreeMap<>(Models.BY_ALIAS).forEach(this::model);
        text.append("""
                }

                bucket avoid when type in [summarization, extraction]
                bucket use   when error_cost >= $5_000
                bucket maybe otherwise
                """);
        rules.forEach(this::rule);
        text.append("\notherwise ");
        plan(Ask.ALL.getFirst());
        text.append("\n\nlimit timeout <= 4s when latency_tolerance < 4s because \"callers in a hurry\"\n");
    }

    private void model(String alias, String id) {
        text.append("  ").append(alias).append(" = \"").append(id).append("\"\n");
    }

    private void rule(GeneratedRule rule) {
        text.append("\nrule \"").append(rule.name()).append("\"\n  when ");
        text.append(String.join(" and ", conditions(rule))).append("\n  then ");
        plan(rule.ask());
        text.append('\n');
    }

    private void plan(Ask ask) {
        text.append(ask.alias()).append(", effort ").append(ask.effort().word());
        Map<String, Integer> figures = new TreeMap<>(Map.of("cap", ask.cap()));
        if (ask.thinking() > 0) {
            figures.put("thinking", ask.thinking());
        }
        figures.forEach(
                (name, figure) -> text.append(", ").append(name).append(' ').append(figure));
        text.append(", timeout ").append(ask.timeout()).append("ms");
    }

    private static List<String> conditions(GeneratedRule rule) {
        var conditions = new ArrayList<String>();
        if (rule.type() != null) {
            conditions.add("type is " + rule.type());
        }
        if (rule.tenant() != null) {
            conditions.add("tenant = \"" + rule.tenant() + "\"");
        }
        for (Range range : rule.ranges()) {
            if (range.hasLeast()) {
                conditions.add(range.axis().feature() + " >= " + range.axis().literal(range.least()));
            }
            if (range.hasBelow()) {
                conditions.add(range.axis().feature() + " < " + range.axis().literal(range.below()));
            }
        }
        return conditions;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
