package dev.mete.prove;

import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A policy made at random whose features have so few values that all of its tasks can be gone through. */
public final class TinyPolicy {
    private static final List<String> TYPES = List.of("chat", "sql", "math");
    private static final List<String> LEVELS = List.of("low", "medium", "high");
    private static final List<String> MEMBERS = List.of("x", "y");
    private static final List<String> PARTS = List.of("a", "b", "ab");
    private static final int MOST = 3;
    private static final List<String> EFFORTS = List.of("none", "low", "medium", "high");

    /** The least thinking that each effort is worth. */
    private static final List<Integer> LEAST = List.of(0, 1_024, 2_048, 4_096);

    private final Random random;
    private Supplier<String> plans = () -> "fast, effort none";
    private Supplier<String> limits = () -> "cap <= 9_000";
    private Supplier<List<String>> waiting = List::of;
    private final List<Supplier<String>> atoms = new ArrayList<>();
    private final Map<String, List<Value>> values = new LinkedHashMap<>();

    TinyPolicy(long seed) {
        this.random = new Random(seed);
        var all = new ArrayList<Runnable>(
                List.of(this::types, this::levels, this::numbers, this::flag, this::name, this::marks));
        Collections.shuffle(all, random);
        all.subList(0, 2 + random.nextInt(2)).forEach(Runnable::run);
    }

    private static List<Value> scalars(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (Value) new Value.Scalar(i))
                .toList();
    }

    private void types() {
        values.put("type", scalars(TYPES.size()));
        atoms.add(() -> "type in [" + some(TYPES) + "]");
        atoms.add(() -> "type is not " + one(TYPES));
    }

    private void levels() {
        values.put("complexity", scalars(LEVELS.size()));
        atoms.add(() -> "complexity " + comparison() + " " + one(LEVELS));
    }

    private void numbers() {
        values.put("length", scalars(MOST + 1));
        values.put("width", scalars(MOST + 1));
        atoms.add(() -> "length " + comparison() + " " + random.nextInt(MOST + 2));
        atoms.add(() -> "width " + comparison() + " " + random.nextInt(MOST + 2));
        atoms.add(() -> amount() + " " + comparison() + " " + amount());
        atoms.add(() -> (1 + random.nextInt(3)) + " * length " + comparison() + " width + " + random.nextInt(4));
    }

    private String amount() {
        return switch (random.nextInt(5)) {
            case 0 -> "min(length, width)";
            case 1 -> "max(length, 2 * width - 1)";
            case 2 -> "length + width";
            case 3 -> "0.5 * length + " + random.nextInt(3);
            default -> Integer.toString(random.nextInt(2 * MOST));
        };
    }

    private void flag() {
        values.put("urgent", scalars(2));
        atoms.add(() -> random.nextBoolean() ? "urgent" : "urgent is false");
    }

    private void name() {
        values.put("name", names());
        atoms.add(() -> "name " + one(List.of("starts with", "ends with", "contains")) + " \"" + one(PARTS) + "\"");
        atoms.add(() -> "name " + one(List.of("=", "!=")) + " \"" + one(List.of("", "a", "ab", "ba")) + "\"");
    }

    /** One text for each combination of answers that the conditions above can get. */
    private static List<Value> names() {
        var byAnswers = new LinkedHashMap<List<Boolean>, Value>();
        Stream<String> texts = Stream.of("");
        for (int length = 0; length <= 5; length++) {
            var longest = texts.toList();
            longest.forEach(text -> byAnswers.putIfAbsent(answers(text), new Value.Words(text)));
            texts = longest.stream().flatMap(text -> Stream.of(text + "a", text + "b", text + "c"));
        }
        return List.copyOf(byAnswers.values());
    }

    private static List<Boolean> answers(String text) {
        return Stream.concat(
                        PARTS.stream()
                                .flatMap(part ->
                                        Stream.of(text.startsWith(part), text.endsWith(part), text.contains(part))),
                        Stream.of("", "a", "ab", "ba").map(text::equals))
                .toList();
    }

    private void marks() {
        values.put(
                "marks",
                Stream.of(Set.<String>of(), Set.of("x"), Set.of("y"), Set.of("x", "y"))
                        .map(members -> (Value) new Value.Members(members))
                        .toList());
        atoms.add(() -> "\"" + one(MEMBERS) + "\" in marks");
    }

    private String comparison() {
        return one(List.of("<", "<=", ">", ">=", "=", "!="));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String some(List<String> of) {
        var some = of.stream().filter(_ -> random.nextBoolean()).collect(Collectors.joining(", "));
        return some.isEmpty() ? of.getFirst() : some;
    }

    private String condition(int depth, boolean isBucketKnown) {
        int kind = depth == 0 ? 0 : random.nextInt(6);
        return switch (kind) {
            case 1 -> "(" + condition(depth - 1, isBucketKnown) + " and " + condition(depth - 1, isBucketKnown) + ")";
            case 2 -> "(" + condition(depth - 1, isBucketKnown) + " or " + condition(depth - 1, isBucketKnown) + ")";
            case 3 -> "not (" + condition(depth - 1, isBucketKnown) + ")";
            case 4 ->
                isBucketKnown
                        ? "bucket is " + one(List.of("use", "avoid", "maybe"))
                        : one(atoms).get();
            default -> one(atoms).get();
        };
    }

    /** The policy as an author would write it. */
    public String text() {
        var text = new StringBuilder("""
                policy tiny
                models {
                  fast = "anthropic/claude-haiku-4-5"
                  balanced = "openai/gpt-5.5"
                  deep = "anthropic/claude-opus-4-8"
                }
                features {
                  type : one of chat, sql, math = chat
                  input_tokens : tokens from 1 to 1 = 1
                  output_tokens : tokens from 1 to 1 = 1
                  cached_tokens : tokens from 0 to 0 = 0
                  latency_tolerance : duration from 9s to 9s = 9s
                  error_cost : money from $40 to $40 = $40
                  length : tokens from 0 to 3 = 0
                  width : tokens from 0 to 3 = 0
                  urgent : bool = false
                  name : text = ""
                  marks : set of text = []
                }
                """);
        for (int line = random.nextInt(4); line > 0; line--) {
            text.append("bucket ")
                    .append(one(List.of("use", "avoid", "maybe")))
                    .append(" when ")
                    .append(condition(2, false))
                    .append('\n');
        }
        text.append("bucket maybe otherwise\n");
        waiting.get()
                .forEach(condition -> text.append("waiting costs $0.5 per second when ")
                        .append(condition)
                        .append('\n'));
        int rules = 1 + random.nextInt(6);
        for (int rule = 0; rule < rules; rule++) {
            text.append("rule \"r").append(rule).append("\" when ").append(condition(3, true));
            text.append(" then ").append(plans.get()).append('\n');
        }
        text.append("otherwise ").append(plans.get()).append('\n');
        for (int limit = random.nextInt(3); limit > 0; limit--) {
            text.append("limit ")
                    .append(limits.get())
                    .append(" when ")
                    .append(condition(2, true))
                    .append('\n');
        }
        return text.toString();
    }

    /** A policy and its text. */
    public record Made(TinyPolicy tiny, String text, PolicyIr policy) {}

    /** The first policy with plans that loads: a plan that no model can take is a mistake of the policy. */
    public static Made deciding(Random random, String more) {
        while (true) {
            var tiny = new TinyPolicy(random.nextLong()).withPlans();
            String text = tiny.text() + more;
            var policy = Shipped.read(text);
            if (policy.isPresent()) {
                return new Made(tiny, text, policy.get());
            }
        }
    }

    /** Rules whose plans are near what their limits and models allow, so that each step of a decision makes a difference. */
    TinyPolicy withPlans() {
        values.computeIfAbsent("length", _ -> scalars(MOST + 1));
        values.computeIfAbsent("width", _ -> scalars(MOST + 1));
        plans = () ->
                (random.nextInt(4) == 0 ? choice() : plan()) + (random.nextBoolean() ? "" : "\n  fallback " + plan());
        waiting = () -> random.nextBoolean() ? List.of() : List.of(condition(1, false));
        limits = () -> one(List.of(
                "effort <= " + one(List.of("none", "low", "medium")),
                "cap <= " + (1_022 + random.nextInt(8)) + " + length",
                "cap <= " + (100 + random.nextInt(4_000)),
                "thinking <= " + (1_022 + random.nextInt(6)) + " + width",
                "cost <= $0.0" + (1 + random.nextInt(60)),
                "timeout <= " + (1 + random.nextInt(3)) + "s"));
        return this;
    }

    private String choice() {
        var choice = new StringBuilder(one(List.of("cheapest of", "fastest of", "best of")));
        for (int candidate = 2 + random.nextInt(2); candidate > 0; candidate--) {
            choice.append("\n    ").append(plan());
        }
        return random.nextBoolean()
                ? choice.toString()
                : choice + "\n  where " + one(List.of("latency <= 3s", condition(1, true)));
    }

    private String plan() {
        var plan = new StringBuilder(one(List.of("fast", "balanced", "deep")));
        int level = random.nextInt(EFFORTS.size());
        plan.append(", effort ").append(EFFORTS.get(level));
        boolean hasBudget = level > 0 && random.nextInt(3) == 0;
        if (hasBudget) {
            plan.append(", thinking ")
                    .append(LEAST.get(level) + random.nextInt(4))
                    .append(" + 1_000 * length");
        }
        if (random.nextInt(3) > 0) {
            plan.append(", cap ").append(LEAST.get(level) + (hasBudget ? 3_004 : 1) + random.nextInt(6));
            plan.append(" + ").append(one(List.of("length", "width", "3 * length", "max(length, width)")));
        }
        if (random.nextInt(3) == 0) {
            plan.append(", timeout ").append(1 + random.nextInt(4)).append("s");
        }
        return plan.toString();
    }

    /** A condition about the tasks. */
    String condition() {
        return condition(1, true);
    }

    /** All tasks, but for values that no condition tells apart. */
    public List<Task> tasks(PolicyIr policy) {
        var tasks = new ArrayList<Map<String, Value>>(List.of(Map.of()));
        values.forEach((name, all) -> {
            var longer = new ArrayList<Map<String, Value>>();
            for (Map<String, Value> task : tasks) {
                for (Value value : all) {
                    var more = new LinkedHashMap<>(task);
                    more.put(name, value);
                    longer.add(more);
                }
            }
            tasks.clear();
            tasks.addAll(longer);
        });
        return tasks.stream().map(given -> task(policy.schema(), given)).toList();
    }

    /** The same task for another policy over the same features. */
    public static Task again(Task task, TaskSchema schema) {
        var given = new LinkedHashMap<String, Value>();
        for (int slot = 0; slot < task.schema().size(); slot++) {
            Value value = task.value(slot);
            if (value != null) {
                given.put(task.schema().feature(slot).name(), value);
            }
        }
        return task(schema, given);
    }

    private static Task task(TaskSchema schema, Map<String, Value> given) {
        var builder = new TaskBuilder(schema);
        given.forEach(builder::value);
        return switch (builder.build()) {
            case TaskReading.Accepted(Task task) -> task;
            case TaskReading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
