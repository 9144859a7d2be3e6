package dev.mete.prove.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Task;
import dev.mete.prove.Shipped;
import dev.mete.prove.TinyPolicy;
import dev.mete.prove.TinyPolicy.Made;
import dev.mete.prove.search.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is found to differ between two policies is what going through all tasks shows. */
final class EveryDifferenceTest {
    private static final int MOST = 50;
    private static final Pattern OLD_BUCKET = Pattern.compile("old bucket (is not|is|not in|in) (\\w+|\\[[^]]*])");

    @Property(tries = 2_000, seed = "20261123")
    void theRegionsHaveTheTasksThatAreDecidedOtherwise(@ForAll long seed) {
        var random = new Random(seed);
        Made before = TinyPolicy.deciding(random, "");
        String textAfter = changed(before, random);
        PolicyIr after = Shipped.compiled(textAfter);
        var difference = DiffPolicies.of(
                        before.policy(), after, Budget.of(Duration.ofMinutes(1)), MOST, new ArrayList<>())
                .orElseThrow();
        String as = difference.changes().stream()
                        .map(change -> change.condition() + " " + change.isEach())
                        .toList()
                + " between\n" + before.text() + "\nand\n" + textAfter;
        assertThat(difference.notes()).as(as).isEmpty();
        var one = new Evaluator(before.policy(), NativeEngine.NAME);
        var other = new Evaluator(after, NativeEngine.NAME);
        for (Change change : difference.changes()) {
            assertThat(words(decide(one, change.witness()))).as(as).isEqualTo(words(change.before()));
            assertThat(words(decide(other, change.witness()))).as(as).isEqualTo(words(change.after()));
            assertThat(words(change.before())).as(as).isNotEqualTo(words(change.after()));
        }
        var told = told(textAfter, difference.changes());
        for (Task task : before.tiny().tasks(after)) {
            boolean isOther = !words(decide(one, task)).equals(words(other.decide(task)));
            var holding = holding(told, task, bucket(one, task), difference.changes());
            boolean isToldForEach = holding.stream().anyMatch(Change::isEach);
            assertThat(isOther).as(as + task).isEqualTo(isToldForEach || (isOther && !holding.isEmpty()));
        }
        assertThat(difference.isAll()).as(as).isTrue();
    }

    private static Bucket bucket(Evaluator evaluator, Task task) {
        var explanation = evaluator.explain(TinyPolicy.again(task, evaluator.schema()));
        int lines = explanation.buckets().size();
        boolean isFound = lines > 0 && explanation.buckets().get(lines - 1).held();
        return isFound
                ? Bucket.of(explanation.buckets().get(lines - 1).name().split(" ", 3)[1])
                        .orElseThrow()
                : Bucket.MAYBE;
    }

    /** The changes that say of a task that it, or some like it, is decided otherwise. */
    private static List<Change> holding(Evaluator told, Task task, Bucket old, List<Change> changes) {
        var limits = told.explain(TinyPolicy.again(task, told.schema())).limits();
        int first = limits.size() - changes.size();
        return IntStream.range(0, changes.size())
                .filter(at -> limits.get(first + at).held())
                .mapToObj(changes::get)
                .filter(change -> isOf(old, change.condition()))
                .toList();
    }

    private static boolean isOf(Bucket old, String condition) {
        var words = OLD_BUCKET.matcher(condition);
        if (!words.find()) {
            return true;
        }
        boolean isNamed = words.group(2).matches(".*\\b" + old.word() + "\\b.*");
        return isNamed != words.group(1).contains("not");
    }

    /** A policy whose last limits hold where the changes say, whatever the old bucket. */
    private static Evaluator told(String text, List<Change> changes) {
        var limits = new StringBuilder(text);
        for (Change change : changes) {
            limits.append("\nlimit cap <= 1 when ")
                    .append(OLD_BUCKET
                            .matcher(change.condition().replace("always", "true"))
                            .replaceAll("true"))
                    .append(" because \"change ")
                    .append(limits.length())
                    .append('"');
        }
        return new Evaluator(Shipped.compiled(limits.toString()), NativeEngine.NAME);
    }

    private static Outcome decide(Evaluator evaluator, Task task) {
        return evaluator.decide(TinyPolicy.again(task, evaluator.schema()));
    }

    /** All that makes a decision. */
    private static String words(Outcome outcome) {
        return outcome instanceof Decision decision
                ? decision.bucket() + " " + decision.plan() + " " + decision.fallbacks()
                : "refused";
    }

    /** The same policy with a small change or another policy over the same features, which loads. */
    private static String changed(Made before, Random random) {
        while (true) {
            String text = random.nextInt(5) == 0 ? before.tiny().text() : mutated(before, random);
            Optional<PolicyIr> policy = Shipped.read(text);
            if (policy.isPresent()) {
                return text;
            }
        }
    }

    private static String mutated(Made before, Random random) {
        var items = new ArrayList<>(List.of(before.text().split("\n(?=rule |otherwise |limit |bucket |waiting )", -1)));
        int from = 1 + random.nextInt(items.size() - 1);
        int to = 1 + random.nextInt(items.size() - 1);
        String item = items.get(from);
        switch (random.nextInt(6)) {
            case 0 -> items.remove(from);
            case 1 -> java.util.Collections.swap(items, from, to);
            case 2 ->
                items.set(from, item.replaceFirst("effort \\w+", "effort " + (random.nextBoolean() ? "low" : "none")));
            case 3 -> items.set(from, item.replaceFirst("cap (\\d)", "cap " + (1 + random.nextInt(9))));
            case 4 ->
                items.set(from, item.replaceFirst("(?s) then .*|(?<=.) otherwise .*", after(items.get(to), item)));
            default -> items.set(from, item.replaceFirst("fallback", "fallback fast, effort none, cap 700\n fallback"));
        }
        return String.join("\n", items);
    }

    private static String after(String other, String item) {
        int then = other.indexOf(" then ");
        return java.util.regex.Matcher.quoteReplacement(
                then >= 0 && item.contains(" then ") ? other.substring(then) : " otherwise");
    }
}
