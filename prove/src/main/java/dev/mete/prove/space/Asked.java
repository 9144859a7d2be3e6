package dev.mete.prove.space;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that conditions ask of each feature. */
final class Asked {
    /** A part of a text, and where it is looked for. */
    record Part(TextMatch match, String text) {}

    private final TaskSchema schema;
    private final Map<Integer, TreeSet<Long>> cuts = new TreeMap<>();
    private final Map<Integer, Set<String>> texts = new TreeMap<>();
    private final Map<Integer, Set<Part>> parts = new TreeMap<>();
    private final Map<Integer, Set<String>> members = new TreeMap<>();

    Asked(TaskSchema schema) {
        this.schema = schema;
    }

    /** The values from which on a slot's number is told apart from those below. */
    Set<Long> cuts(int slot) {
        return cuts.getOrDefault(slot, new TreeSet<>());
    }

    /** The texts that a slot's is compared with. */
    Set<String> texts(int slot) {
        return texts.getOrDefault(slot, Set.of());
    }

    /** What a slot's text is searched for. */
    Set<Part> parts(int slot) {
        return parts.getOrDefault(slot, Set.of());
    }

    /** What a slot's set is asked for. */
    Set<String> members(int slot) {
        return members.getOrDefault(slot, Set.of());
    }

    void add(Condition condition) {
        switch (condition) {
            case Condition.Always _, Condition.Among _, Condition.InBucket _ -> {}
            case Condition.And(var inner, var _) -> inner.forEach(this::add);
            case Condition.Or(var inner, var _) -> inner.forEach(this::add);
            case Condition.Not(var part, var _) -> add(part);
            case Condition.Named(var _, var meaning, var _) -> add(meaning);
            case Condition.Compare compare -> add(compare);
            case Condition.TextAmong(int slot, var among, var _) ->
                texts(slot, among.stream().sorted().toList());
            case Condition.TextMatches(int slot, var match, var text, var _) ->
                parts.computeIfAbsent(slot, _ -> new LinkedHashSet<>()).add(new Part(match, text));
            case Condition.HasMember(int slot, var member, var _) ->
                members.computeIfAbsent(slot, _ -> new LinkedHashSet<>()).add(member);
        }
    }

    /** A slot's number is told apart above a value. */
    void above(int slot, long value) {
        if (schema.feature(slot).type() instanceof FeatureType.Quantity(var _, long least, long most)) {
            cut(slot, BigInteger.valueOf(value).add(BigInteger.ONE), least, most);
        }
    }

    /** A slot's text is compared with others. */
    void texts(int slot, Collection<String> others) {
        texts.computeIfAbsent(slot, _ -> new LinkedHashSet<>()).addAll(others);
    }

    private void add(Condition.Compare compare) {
        Linear.difference(compare.left(), compare.right())
                .filter(linear -> linear.factors().size() == 1)
                .ifPresent(linear -> cut(linear, compare.comparison()));
        add(compare.left());
        add(compare.right());
    }

    private void cut(Linear linear, Comparison comparison) {
        boolean isOfTask = linear.slot() < schema.size();
        if (isOfTask
                && schema.feature(linear.slot()).type() instanceof FeatureType.Quantity(var _, long least, long most)) {
            var interval = linear.where(comparison == Comparison.NOT_EQUAL ? Comparison.EQUAL : comparison);
            cut(linear.slot(), interval.least(), least, most);
            cut(linear.slot(), interval.greatest().add(BigInteger.ONE), least, most);
        }
    }

    private void cut(int slot, BigInteger at, long least, long most) {
        if (at.compareTo(BigInteger.valueOf(least)) > 0 && at.compareTo(BigInteger.valueOf(most)) <= 0) {
            cuts.computeIfAbsent(slot, _ -> new TreeSet<>()).add(at.longValueExact());
        }
    }

    void add(Amount amount) {
        switch (amount) {
            case Amount.Fixed _, Amount.Slot _ -> {}
            case Amount.Sum(var inner) -> inner.forEach(this::add);
            case Amount.Times(var _, var part) -> add(part);
            case Amount.Least(var inner) -> inner.forEach(this::add);
            case Amount.Greatest(var inner) -> inner.forEach(this::add);
            case Amount.Case(var branches, var otherwise) -> {
                branches.forEach(branch -> {
                    add(branch.when());
                    add(branch.amount());
                });
                add(otherwise);
            }
        }
    }
}
