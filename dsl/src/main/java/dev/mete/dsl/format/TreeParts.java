package dev.mete.dsl.format;

import dev.mete.dsl.syntax.Item;
import dev.mete.engine.diagnostic.Span;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of a syntax tree are made of, without their places, found by reflection so that no part that is added to a node can be forgotten.
 * Nothing here recurses: a tree can be deeper than a stack.
 */
final class TreeParts {
    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getType() != Span.class)
                    .filter(component -> !isSpacedName(type, component))
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private TreeParts() {}

    /** The parts of a node or of a list; none of what has no parts. */
    static List<@Nullable Object> of(@Nullable Object node) {
        return switch (node) {
            case List<?> list -> new ArrayList<>(list);
            case Record made -> values(made);
            case null, default -> List.of();
        };
    }

    /** Whether two trees say the same, wherever it stands. */
    static boolean areSame(Object one, Object other) {
        var ones = new ArrayList<@Nullable Object>(List.of(one));
        var others = new ArrayList<@Nullable Object>(List.of(other));
        while (!ones.isEmpty()) {
            Object left = ones.removeLast();
            Object right = others.removeLast();
            var parts = of(left);
            var counterparts = of(right);
            if (!isAlike(left, right) || parts.size() != counterparts.size()) {
                return false;
            }
            ones.addAll(parts);
            others.addAll(counterparts);
        }
        return true;
    }

    private static boolean isAlike(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof List<?> && right instanceof List<?>) {
            return true;
        }
        return left instanceof Record ? left.getClass() == right.getClass() : left.equals(right);
    }

    private static List<@Nullable Object> values(Record node) {
        var values = new ArrayList<@Nullable Object>();
        for (Method accessor : ACCESSORS.get(node.getClass())) {
            try {
                values.add(accessor.invoke(node));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("the tree has a part that cannot be seen: " + accessor, e);
            }
        }
        return values;
    }

    /** The name of a policy is kept with the blanks that stand in it. Its words are compared as words. */
    private static boolean isSpacedName(Class<?> type, RecordComponent component) {
        return type == Item.PolicyName.class && component.getName().equals("name");
    }
}
