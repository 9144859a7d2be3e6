package dev.mete.bench.workload;

import dev.mete.bench.workload.GeneratedRule.Range;
import java.util.ArrayList;
import java.util.List;

/** Writes a generated policy as the {@code if} statements that a person would write. */
final class JavaText {
    /** The name of the class that is written. */
    static final String CLASS = "dev.mete.bench.workload.Generated";

    private final StringBuilder text = new StringBuilder();

    JavaText(List<GeneratedRule> rules, int rulesPerMethod) {
        text.append("""
                package dev.mete.bench.workload;

                import dev.mete.engine.decision.Bucket;

                public final class Generated implements HandWritten {
                    public void decide(Fields task, Answer into) {
                        if (task.type().equals("summarization") || task.type().equals("extraction")) {
                            into.bucket = Bucket.AVOID;
                        } else if (task.errorCost() >= 5000) {
                            into.bucket = Bucket.USE;
                        } else {
                            into.bucket = Bucket.MAYBE;
                        }
                        route(task, into);
                        into.timeout = into.ask.timeout();
                        if (task.latencyTolerance() < 4000) {
                            into.timeout = Math.min(into.timeout, 4000);
                        }
                    }

                    private static void set(Answer into, int rule, Ask ask) {
                        into.rule = rule;
                        into.ask = ask;
                    }
                """);
        for (int i = 0; i < Ask.ALL.size(); i++) {
            text.append("\n    private static final Ask ASK_")
                    .append(i)
                    .append(" = Ask.ALL.get(")
                    .append(i)
                    .append(");\n");
        }
        var calls = new ArrayList<String>();
        for (int from = 0; from < rules.size(); from += rulesPerMethod) {
            calls.add("if (rulesFrom" + from + "(task, into)) return;");
            method(rules, from, Math.min(from + rulesPerMethod, rules.size()));
        }
        text.append("\n    private static void route(Fields task, Answer into) {\n");
        calls.forEach(call -> text.append("        ").append(call).append('\n'));
        text.append("        set(into, ").append(rules.size()).append(", ASK_0);\n    }\n}\n");
    }

    private void method(List<GeneratedRule> rules, int from, int to) {
        text.append("\n    private static boolean rulesFrom").append(from).append("(Fields task, Answer into) {\n");
        for (int i = from; i < to; i++) {
            var rule = rules.get(i);
            text.append("        if (").append(String.join(" && ", tests(rule))).append(") {\n");
            text.append("            set(into, ").append(i).append(", ASK_").append(Ask.ALL.indexOf(rule.ask()));
            text.append(");\n            return true;\n        }\n");
        }
        text.append("        return false;\n    }\n");
    }

    private static List<String> tests(GeneratedRule rule) {
        var tests = new ArrayList<String>();
        if (rule.type() != null) {
            tests.add("task.type().equals(\"" + rule.type() + "\")");
        }
        if (rule.tenant() != null) {
            tests.add("task.tenant().equals(\"" + rule.tenant() + "\")");
        }
        for (Range range : rule.ranges()) {
            if (range.hasLeast()) {
                tests.add("task." + range.axis().component() + "() >= " + range.least());
            }
            if (range.hasBelow()) {
                tests.add("task." + range.axis().component() + "() < " + range.below());
            }
        }
        return tests;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
