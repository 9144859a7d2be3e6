package dev.mete.prove;

import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
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
final class TinyPolicy {
    private static final List<String> TYPES = List.of("chat", "sql", "math");
    private static final List<String> LEVELS = List.of("low", "medium", "high");
    private static final List<String> MEMBERS = List.of("x", "y");
    private static final List<String> PARTS = List.of("a", "b", "ab");
    private static final int MOST = 3;

    private final Random random;
    private final List<Supplier<String>> atoms = new ArrayList<>();
    private final Map<String, List<Value>> values = new LinkedHashMap<>();

    TinyPolicy(long seed) {
        this.random = new Random(seed);
        var all = new ArrayList<Runnable>(List.of(
                this::types, this::levels, this::numbers, this::flag, this::name, this::marks));
        Collections.shuffle(all, random);
        all.subList(0, 2 + random.nextInt(2)).forEach(Runnable::run);
    }

    private static List<Value> scalars(int count) {
        return IntStream.range(0, count).mapToObj(i -> (Value) new Value.Scalar(i)).toList();
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
    String text() {
        var text = new StringBuilder("""
                policy tiny
                models { fast = "anthropic/claude-haiku-4-5" }
                features {
                  type : one of chat, sql, math = chat
                  input_tokens : tokens from 1 to 1 = 1
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
        int rules = 1 + random.nextInt(6);
        for (int rule = 0; rule < rules; rule++) {
            text.append("rule \"r").append(rule).append("\" when ").append(condition(3, true));
            text.append(" then fast, effort none\n");
        }
        text.append("otherwise fast, effort none\n");
        for (int limit = random.nextInt(3); limit > 0; limit--) {
            text.append("limit cap <= 9_000 when ").append(condition(2, true)).append('\n');
        }
        return text.toString();
    }

    /** All tasks, but for values that no condition tells apart. */
    List<Task> tasks(PolicyIr policy) {
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
        return tasks.stream().map(given -> task(policy, given)).toList();
    }

    private static Task task(PolicyIr policy, Map<String, Value> given) {
        var builder = new TaskBuilder(policy.schema());
        given.forEach(builder::value);
        return switch (builder.build()) {
            case TaskReading.Accepted(Task task) -> task;
            case TaskReading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
