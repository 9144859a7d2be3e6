package dev.mete.engine.eval;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.Mentions;
import dev.mete.engine.ir.Worth;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.Value;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says of a line whether it held, and if not, the first condition that did not and what it met. */
final class Explain {
    private final Task task;
    private final Bucket bucket;

    Explain(Task task, Bucket bucket) {
        this.task = task;
        this.bucket = bucket;
    }

    Explanation.Line line(String name, Condition when, dev.mete.engine.diagnostic.Span span) {
        boolean held = holds(when);
        return new Explanation.Line(name, held, held ? null : failed(firstFailing(when), Map.of()), span);
    }

    /** The same for the condition of a candidate: where it failed, its figures are told and not the features that they are made of. */
    Explanation.Line line(CandidateIr candidate) {
        boolean held = holds(candidate.where());
        var span = candidate.plan().span();
        return new Explanation.Line(
                "", held, held ? null : failed(firstFailing(candidate.where()), figures(candidate.worth())), span);
    }

    /** Each amount that is a figure, and what it is for the task. */
    private Map<Amount, String> figures(Worth worth) {
        var figures = new HashMap<Amount, String>();
        figure(figures, worth.cost(), "cost", number -> FigureWords.dollars(number));
        figure(figures, worth.slowLatency(), "latency", number -> FigureWords.seconds(number));
        figure(figures, worth.errors(), "p_error", number -> FigureWords.percent(number));
        return figures;
    }

    private void figure(
            Map<Amount, String> figures, @Nullable Amount amount, String name, Function<BigInteger, String> words) {
        if (amount != null) {
            figures.put(amount, name + " is " + words.apply(Conditions.exactly(amount, task, bucket)));
        }
    }

    /** The innermost condition that decides the failure: the first failing part of an {@code and}, the meaning of a name. */
    private Condition firstFailing(Condition condition) {
        return switch (condition) {
            case Condition.And(var parts, var _) ->
                parts.stream()
                        .filter(part -> !holds(part))
                        .findFirst()
                        .map(this::firstFailing)
                        .orElse(condition);
            case Condition.Named(var _, var meaning, var _) -> firstFailing(meaning);
            case Condition.Or _,
                    Condition.Not _,
                    Condition.Always _,
                    Condition.Compare _,
                    Condition.Among _,
                    Condition.TextAmong _,
                    Condition.TextMatches _,
                    Condition.HasMember _,
                    Condition.InBucket _ -> condition;
        };
    }

    private Explanation.Failed failed(Condition condition, Map<Amount, String> figures) {
        var met = new LinkedHashSet<String>();
        figures.forEach((amount, words) -> {
            if (new Mentions(amount).in(condition)) {
                met.add(words);
            }
        });
        if (met.isEmpty()) {
            collect(condition, met);
        }
        String words = condition.span().text().isBlank()
                ? ConditionText.of(condition, task.schema())
                : condition.span().text();
        return new Explanation.Failed(words.strip(), String.join(", ", met), condition.span());
    }

    private boolean holds(Condition condition) {
        return Conditions.holds(condition, task, bucket);
    }

    private void collect(Condition condition, Set<String> met) {
        switch (condition) {
            case Condition.Always _ -> {}
            case Condition.And(var parts, var _) -> parts.forEach(part -> collect(part, met));
            case Condition.Or(var parts, var _) -> parts.forEach(part -> collect(part, met));
            case Condition.Not(var part, var _) -> collect(part, met);
            case Condition.Named(var _, var meaning, var _) -> collect(meaning, met);
            case Condition.Compare compare -> {
                collect(compare.left(), met);
                collect(compare.right(), met);
            }
            case Condition.Among(int slot, var _, var _) -> met.add(value(slot));
            case Condition.TextAmong(int slot, var _, var _) -> met.add(value(slot));
            case Condition.TextMatches(int slot, var _, var _, var _) -> met.add(value(slot));
            case Condition.HasMember(int slot, var _, var _) -> met.add(value(slot));
            case Condition.InBucket _ -> met.add("bucket is " + bucket.word());
        }
    }

    private void collect(Amount amount, Set<String> met) {
        switch (amount) {
            case Amount.Fixed _ -> {}
            case Amount.Slot(int slot) -> met.add(value(slot));
            case Amount.Sum(List<Amount> terms) -> terms.forEach(term -> collect(term, met));
            case Amount.Times(var _, Amount part) -> collect(part, met);
            case Amount.Least(List<Amount> amounts) -> amounts.forEach(part -> collect(part, met));
            case Amount.Greatest(List<Amount> amounts) -> amounts.forEach(part -> collect(part, met));
            case Amount.Case(var branches, Amount otherwise) -> {
                for (Amount.Branch branch : branches) {
                    collect(branch.when(), met);
                    collect(branch.amount(), met);
                }
                collect(otherwise, met);
            }
        }
    }

    private String value(int slot) {
        var feature = task.schema().feature(slot);
        @Nullable Value value = task.value(slot);
        return feature.name() + " is "
                + (value == null ? "not given" : feature.type().format(value));
    }
}
