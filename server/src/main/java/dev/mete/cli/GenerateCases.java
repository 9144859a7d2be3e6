package dev.mete.cli;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import dev.mete.prove.cover.Coverage;
import dev.mete.prove.cover.Goal;
import dev.mete.prove.cover.Reach;
import dev.mete.prove.cover.Reach.Found;
import dev.mete.prove.search.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a fixture with a case for all that tests do not reach, and for each bound: what is decided now, for a person to review. */
final class GenerateCases {
    private final PolicyIr policy;
    private final Reach reach;
    private final Evaluator evaluator;
    private final List<Task> tasks;
    private final Set<Goal> missing;
    private final Set<String> names = new HashSet<>();
    private final StringBuilder cases = new StringBuilder();
    private final List<String> notes = new ArrayList<>();

    private GenerateCases(PolicyIr policy, List<Task> tasks, Duration time) {
        this.policy = policy;
        this.reach = new Reach(policy, Budget.of(time));
        this.evaluator = new Evaluator(policy, NativeEngine.NAME);
        this.tasks = new ArrayList<>(tasks);
        this.missing = new LinkedHashSet<>(Coverage.of(policy, tasks).missing());
    }

    /**
     * The text of a fixture.
     *
     * @param tasks those that tests have already
     * @param time for each case
     */
    static String of(PolicyIr policy, List<Task> tasks, Duration time) {
        var generate = new GenerateCases(policy, tasks, time);
        List.copyOf(generate.missing).forEach(generate::goal);
        generate.reach.bounds().forEach(generate::bound);
        return generate.text();
    }

    private String text() {
        var text = new StringBuilder(
                "# Written by `mete test --generate`: what the policy decides now. Review each case, and name it for what it shows.\n");
        notes.forEach(note -> text.append("# ").append(note).append('\n'));
        text.append("policy: ").append(policy.name()).append('\n');
        return text.append(cases.isEmpty() ? "cases: []\n" : "cases:\n" + cases).toString();
    }

    private void goal(Goal goal) {
        if (!missing.contains(goal)) {
            return;
        }
        String place = " (" + ShowCoverage.place(goal) + ")";
        switch (reach.task(goal)) {
            case Found.By(Task task) -> add(shown(goal), task);
            case Found.Never() -> notes.add("no task reaches it: " + goal.missing() + place);
            case Found.NotDecided() -> notes.add("not decided in time: " + goal.missing() + place);
        }
    }

    private static String shown(Goal goal) {
        return switch (goal.kind()) {
            case BUCKET_LINE -> goal.name() + " counts";
            case RULE -> goal.name() + " decides";
            case FALLBACK -> "the fallback " + goal.name();
            case LIMIT -> "the limit " + goal.name() + " lowers";
            case TRUE -> goal.name();
            case FALSE -> "not (" + goal.name() + ")";
        };
    }

    private void bound(Reach.Bound bound) {
        boolean isThere =
                tasks.stream().anyMatch(task -> task.has(bound.slot()) && task.number(bound.slot()) == bound.value());
        if (!isThere && reach.task(bound) instanceof Found.By(Task task)) {
            var feature = policy.schema().feature(bound.slot());
            add(feature.name() + " " + feature.type().format(new Value.Scalar(bound.value())), task);
        }
    }

    private void add(String name, Task task) {
        tasks.add(task);
        Coverage.of(policy, List.of(task)).hits().forEach((goal, hits) -> {
            if (hits > 0) {
                missing.remove(goal);
            }
        });
        cases.append("  - name: ").append(quoted(unique(name))).append('\n');
        cases.append("    given: {").append(given(task)).append("}\n");
        cases.append("    expect: {").append(expected(evaluator.decide(task))).append("}\n");
    }

    private String unique(String name) {
        String plain = name.replaceAll("\\s+", " ");
        String unique = plain;
        for (int number = 2; !names.add(unique); number++) {
            unique = plain + " (" + number + ")";
        }
        return unique;
    }

    private static String given(Task task) {
        var parts = new ArrayList<String>();
        for (int slot = 0; slot < task.schema().size(); slot++) {
            var feature = task.schema().feature(slot);
            Value value = task.value(slot);
            if (value != null && (task.schema().requires(slot) || !Objects.equals(value, feature.defaultValue()))) {
                parts.add(feature.name() + ": " + value(feature.type(), value));
            }
        }
        return String.join(", ", parts);
    }

    private static String value(FeatureType type, Value value) {
        return switch (value) {
            case Value.Words(String text) -> quoted(text);
            case Value.Members(var members) ->
                members.stream().sorted().map(GenerateCases::quoted).collect(Collectors.joining(", ", "[", "]"));
            case Value.Scalar _
            when type instanceof FeatureType.Quantity(Unit unit, var _, var _)
                    && (unit == Unit.TOKENS || unit == Unit.NUMBER) ->
                type.format(value).replace("_", "");
            case Value.Scalar _ -> type.format(value);
        };
    }

    private static String expected(Outcome outcome) {
        if (!(outcome instanceof Decision decision)) {
            return "refused: true";
        }
        Plan plan = decision.plan();
        return "bucket: " + decision.bucket().word() + ", rule: " + quoted(decision.rule()) + ", model: "
                + quoted(plan.model().id()) + ", effort: " + plan.effort().word() + ", thinking_tokens: "
                + plan.thinkingTokens() + ", token_cap: " + plan.tokenCap()
                + (plan.hasTimeout() ? ", timeout_ms: " + plan.timeoutMillis() : "")
                + ", fallbacks: "
                + decision.fallbacks().stream()
                        .map(fallback -> quoted(fallback.model().id()))
                        .collect(Collectors.joining(", ", "[", "]"))
                + ", limited_by: "
                + decision.limitedBy().stream().map(GenerateCases::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A text in double quotes, as YAML and JSON have it. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c == 0x7F || (c >= 0xD800 && c <= 0xDFFF)) {
                quoted.append("\\u%04X".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
