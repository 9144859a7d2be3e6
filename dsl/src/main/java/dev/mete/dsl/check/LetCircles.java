package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Expression.Relation;
import dev.mete.dsl.syntax.Item;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds lets that are defined by themselves, directly or through others. */
final class LetCircles {
    private final Map<String, Item.Let> lets;
    private final Report report;
    private final Map<String, Set<String>> uses = new HashMap<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final Set<String> circular = new LinkedHashSet<>();

    LetCircles(Map<String, Item.Let> lets, Report report) {
        this.lets = lets;
        this.report = report;
    }

    /** The lets of all circles; each circle is reported once. */
    Set<String> find() {
        lets.forEach((name, let) -> uses.put(name, uses(let)));
        lets.keySet().forEach(this::follow);
        return circular;
    }

    /** Walks along the uses without recursion, since a chain can be as long as the file. */
    private void follow(String start) {
        Deque<Step> path = new ArrayDeque<>();
        enter(start, path);
        while (!path.isEmpty()) {
            Step step = path.getLast();
            if (!step.rest().hasNext()) {
                done.add(path.removeLast().name());
                continue;
            }
            String next = step.rest().next();
            var names = path.stream().map(Step::name).toList();
            int earlier = names.indexOf(next);
            if (earlier >= 0) {
                report(names.subList(earlier, names.size()));
            } else {
                enter(next, path);
            }
        }
    }

    private void enter(String name, Deque<Step> path) {
        if (!done.contains(name)) {
            path.addLast(new Step(name, uses.getOrDefault(name, Set.of()).iterator()));
        }
    }

    private void report(List<String> circle) {
        if (circular.containsAll(circle)) {
            return;
        }
        circular.addAll(circle);
        Item.Let let = lets.get(circle.getFirst());
        if (let != null) {
            String way = String.join("` uses `", circle) + "` uses `" + circle.getFirst();
            report.error(
                    Code.LETS_IN_A_CIRCLE,
                    let.name().span(),
                    "the let `" + circle.getFirst() + "` is defined by itself",
                    "`" + way + "`");
        }
    }

    private Set<String> uses(Item.Let let) {
        var names = new LinkedHashSet<String>();
        if (let.value() != null) {
            collect(let.value(), names);
        }
        names.retainAll(lets.keySet());
        return names;
    }

    private void collect(Expression expression, Set<String> names) {
        switch (expression) {
            case Expression.Name(var word) -> names.add(word.text());
            case Expression.And(var parts, _) -> parts.forEach(part -> collect(part, names));
            case Expression.Or(var parts, _) -> parts.forEach(part -> collect(part, names));
            case Expression.Not(var part, _) -> collect(part, names);
            case Expression.Negated(var value, _) -> collect(value, names);
            case Expression.Sum(var terms, _) -> terms.forEach(term -> collect(term.value(), names));
            case Expression.Product(var factors, _) -> factors.forEach(part -> collect(part, names));
            case Expression.Quotient(var factors, _) -> factors.forEach(part -> collect(part, names));
            case Expression.Call(_, var arguments, _) -> arguments.forEach(part -> collect(part, names));
            case Expression.Related(var subject, var relations, _) -> {
                collect(subject, names);
                relations.forEach(relation -> collect(relation, names));
            }
            case Expression.Constant _, Expression.Literal _, Expression.Broken _ -> {}
        }
    }

    private void collect(Relation relation, Set<String> names) {
        switch (relation) {
            case Relation.Compared(_, var other, _) -> collect(other, names);
            case Relation.Listed(_, var members, _) -> members.forEach(part -> collect(part, names));
            case Relation.Contained(_, var set, _) -> collect(set, names);
            case Relation.Matches(_, var part, _) -> collect(part, names);
        }
    }

    private record Step(String name, Iterator<String> rest) {}
}
