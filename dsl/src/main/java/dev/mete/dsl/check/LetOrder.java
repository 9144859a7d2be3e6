package dev.mete.dsl.check;

import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Expression.Relation;
import dev.mete.dsl.syntax.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts lets in an order in which each comes after those that it uses, and finds circles. After Tarjan's strongly connected components, without
 * recursion, since a chain of lets can be as long as the file.
 */
final class LetOrder {
    private final Map<String, Set<String>> uses = new HashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    private final Deque<Node> path = new ArrayDeque<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private final List<List<String>> groups = new ArrayList<>();

    private LetOrder(Map<String, Item.Let> lets) {
        lets.forEach((name, let) -> uses.put(name, uses(let, lets.keySet())));
        lets.keySet().forEach(this::visit);
    }

    /**
     * The lets in groups, each group after those that it uses. A group of several is a circle, and so is a let that uses itself.
     */
    static List<Group> of(Map<String, Item.Let> lets) {
        var order = new LetOrder(lets);
        return order.groups.stream()
                .map(names -> new Group(
                        names,
                        names.size() > 1 || order.usesOf(names.getFirst()).contains(names.getFirst())))
                .toList();
    }

    /** Lets that use each other, or one that does not. */
    record Group(List<String> names, boolean isCircle) {}

    private void visit(String start) {
        if (nodes.containsKey(start)) {
            return;
        }
        enter(start);
        while (!path.isEmpty()) {
            Node node = path.getLast();
            if (!node.rest.hasNext()) {
                leave(node);
                continue;
            }
            String next = node.rest.next();
            Node known = nodes.get(next);
            if (known == null) {
                enter(next);
            } else if (!known.isDone) {
                node.lowest = Math.min(node.lowest, known.index);
            }
        }
    }

    private void enter(String name) {
        var node = new Node(name, nodes.size(), usesOf(name).iterator());
        nodes.put(name, node);
        path.addLast(node);
        open.addLast(node);
    }

    private void leave(Node node) {
        path.removeLast();
        if (!path.isEmpty()) {
            path.getLast().lowest = Math.min(path.getLast().lowest, node.lowest);
        }
        if (node.lowest == node.index) {
            var group = new ArrayList<String>();
            Node member;
            do {
                member = open.removeLast();
                member.isDone = true;
                group.add(member.name);
            } while (member != node);
            groups.add(group.reversed());
        }
    }

    private Set<String> usesOf(String name) {
        return uses.getOrDefault(name, Set.of());
    }

    private static Set<String> uses(Item.Let let, Set<String> known) {
        var names = new LinkedHashSet<String>();
        if (let.value() != null) {
            collect(let.value(), names);
        }
        names.removeIf(name -> !known.contains(name));
        return names;
    }

    private static void collect(Expression expression, Set<String> names) {
        switch (expression) {
            case Expression.Name(var word) -> names.add(word.text());
            case Expression.And(var parts, var _) -> collect(parts, names);
            case Expression.Or(var parts, var _) -> collect(parts, names);
            case Expression.Not(var part, var _) -> collect(part, names);
            case Expression.Negated(var value, var _) -> collect(value, names);
            case Expression.Sum(var terms, var _) -> terms.forEach(term -> collect(term.value(), names));
            case Expression.Product(var factors, var _) -> collect(factors, names);
            case Expression.Quotient(var factors, var _) -> collect(factors, names);
            case Expression.Call(var _, var arguments, var _) -> collect(arguments, names);
            case Expression.Related(var subject, var relations, var _) -> {
                collect(subject, names);
                relations.forEach(relation -> collect(relation, names));
            }
            case Expression.Constant _, Expression.Literal _, Expression.Broken _ -> {}
        }
    }

    private static void collect(List<Expression> parts, Set<String> names) {
        parts.forEach(part -> collect(part, names));
    }

    private static void collect(Relation relation, Set<String> names) {
        switch (relation) {
            case Relation.Compared(var _, var other, var _) -> collect(other, names);
            case Relation.Listed(var _, var members, var _) -> collect(members, names);
            case Relation.Contained(var _, var set, var _) -> collect(set, names);
            case Relation.Matches(var _, var part, var _) -> collect(part, names);
        }
    }

    /** A let on the way, with those of its uses that are still to be followed. */
    private static final class Node {
        private final String name;
        private final int index;
        private final Iterator<String> rest;
        private int lowest;
        private boolean isDone;

        Node(String name, int index, Iterator<String> rest) {
            this.name = name;
            this.index = index;
            this.rest = rest;
            this.lowest = index;
        }
    }
}
