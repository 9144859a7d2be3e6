package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.drools.drl.Fields.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names in one rule mean. Not thread-safe; one per rule. */
final class Scope {
    private static final List<String> CLASSES = List.of("Bucket", "Effort", "Math");

    private static final Set<String> TAKEN =
            Set.of("Task", "Bucket", "Effort", "Decision", "Math", "decision", "drools", "kcontext");
    /** Among how many bound names the nearest one is looked for. */
    private static final int MOST_NAMES = 200;

    private final Map<String, Meaning> bound = new HashMap<>();
    private final Mistakes mistakes;
    private final Imports imports;
    private Meaning current = new Meaning.Nothing();

    Scope(Mistakes mistakes, Imports imports) {
        this.mistakes = mistakes;
        this.imports = imports;
    }

    /** What a name stands for. */
    sealed interface Meaning {
        /** The task itself. */
        record TheTask() implements Meaning {}

        /** The bucket that the task is in. */
        record TheBucket() implements Meaning {}

        /** A field of the task. */
        record OfField(Field field) implements Meaning {}

        /** No fact: what {@code this} is outside of every pattern. */
        record Nothing() implements Meaning {}
    }

    Mistakes mistakes() {
        return mistakes;
    }

    Imports imports() {
        return imports;
    }

    /** Makes bare names and {@code this} mean a fact, as within its pattern. */
    void enter(Meaning fact) {
        current = fact;
    }

    /** Leaves the pattern for the consequence, where only bound names have a meaning. */
    void leave() {
        current = new Meaning.Nothing();
    }

    /** Whether names are read as in a consequence, which plain Drools compiles as Java. */
    boolean isConsequence() {
        return current instanceof Meaning.Nothing;
    }

    /** Whether plain Drools reads something else in a name, bound or not: a field in patterns, a class or a global in consequences. */
    static boolean isTaken(String name) {
        return TAKEN.contains(name) || Fields.named(name).isPresent();
    }

    boolean isBound(String name) {
        return bound.containsKey(name);
    }

    /** Gives a name a meaning, unless it has one. */
    boolean bind(String name, Meaning meaning) {
        return bound.putIfAbsent(name, meaning) == null;
    }

    /** The meaning of an expression that names something; nothing where it is unknown or another kind of expression. */
    Optional<Meaning> meaning(Expr expr) {
        if (expr instanceof Expr.Name(String name, var _)) {
            return meaningOf(name);
        }
        if (expr instanceof Expr.Member(Expr target, String name, var _) && !isConsequence() && isTask(target)) {
            return Fields.named(name).map(Meaning.OfField::new);
        }
        if (expr instanceof Expr.Call(Expr target, String name, var _, var arguments, var _)
                && arguments.isEmpty()
                && isTask(target)) {
            return Fields.readBy(name).map(Meaning.OfField::new);
        }
        return Optional.empty();
    }

    /** The field that an expression reads; nothing where it is something else. */
    Optional<Field> field(Expr expr) {
        return meaning(expr)
                .filter(Meaning.OfField.class::isInstance)
                .map(meaning -> ((Meaning.OfField) meaning).field());
    }

    /** Reports an expression that should name a field and does not. */
    void reportUnknown(Expr expr) {
        if (expr instanceof Expr.Broken || mistakes.areAllShown()) {
            return;
        }
        if (expr instanceof Expr.Name(String name, var span)) {
            String kind = current instanceof Meaning.TheTask ? "field" : "name";
            mistakes.error(
                    Code.UNKNOWN_NAME, span, "unknown " + kind + " `" + name + "`", NearestName.help(name, known()));
        } else if (expr instanceof Expr.Member(Expr target, String name, var span) && isTask(target)) {
            String help = Fields.named(name)
                    .map(field -> "in a consequence write `" + target.span().text() + "." + field.getter() + "()`")
                    .orElseGet(() -> NearestName.help(name, Fields.names()));
            mistakes.error(Code.UNKNOWN_NAME, span, "unknown field `" + name + "`", help);
        } else if (expr instanceof Expr.Call(Expr target, String name, var span, var _, var _)) {
            if (isTask(target)) {
                mistakes.error(
                        Code.UNKNOWN_NAME,
                        span,
                        "unknown getter `" + name + "`",
                        NearestName.help(name, Fields.getters()));
            } else {
                mistakes.beyond(Code.OTHER_CALL, span, "the call of `" + name + "`", callInstead(name));
            }
        } else {
            mistakes.error(
                    Code.WRONG_KIND_OF_VALUE,
                    expr.span(),
                    "`" + expr.span().text() + "` has no use here",
                    "name a field of the task");
        }
    }

    private Optional<Meaning> meaningOf(String name) {
        Meaning meaning = bound.get(name);
        if (meaning != null) {
            return Optional.of(meaning);
        }
        if (name.equals("this") && !isConsequence()) {
            return Optional.of(current);
        }
        return current instanceof Meaning.TheTask ? Fields.named(name).map(Meaning.OfField::new) : Optional.empty();
    }

    private boolean isTask(Expr expr) {
        return meaning(expr).filter(Meaning.TheTask.class::isInstance).isPresent();
    }

    private static String callInstead(String name) {
        return switch (name) {
            case "startsWith", "endsWith" -> "write `str[" + name + "] \"…\"`";
            case "contains" -> "write `contains \"…\"`";
            case "equals" -> "write `==`";
            case "floorDiv" -> "`Math.floorDiv` divides all of an amount of tokens or milliseconds of a plan or limit";
            default -> "`Math.min`, `Math.max` and the getters of the task are all that can be called";
        };
    }

    private List<String> known() {
        var known = new ArrayList<>(bound.keySet().stream().limit(MOST_NAMES).toList());
        known.addAll(current instanceof Meaning.TheTask ? Fields.names() : CLASSES);
        return known;
    }
}
