package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.drl.Scope.Meaning;
import dev.mete.engine.ir.Condition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads the patterns of one rule: a task, and the bucket that it is in. Used once. */
final class ReadPatterns {
    private static final String ONLY_PATTERNS = "write one pattern `Task(…)`, and `Bucket(…)` where the bucket matters";

    private final Scope scope;
    private final Mistakes mistakes;
    private final Imports imports;
    private final ReadCondition conditions;
    private final List<Condition> parts = new ArrayList<>();
    private final Map<Fact, Span> seen = new EnumMap<>(Fact.class);

    ReadPatterns(Scope scope) {
        this.scope = scope;
        this.mistakes = scope.mistakes();
        this.imports = scope.imports();
        this.conditions = new ReadCondition(scope);
    }

    /** What a pattern can be about. */
    enum Fact {
        TASK("Task"),
        BUCKET("Bucket");

        private final String type;

        Fact(String type) {
            this.type = type;
        }

        private Meaning meaning() {
            return switch (this) {
                case TASK -> new Meaning.TheTask();
                case BUCKET -> new Meaning.TheBucket();
            };
        }
    }

    /** The condition of a rule; it always holds where the patterns ask for nothing. */
    Condition read(RuleDescr rule, Span place, boolean isBucketKnown) {
        int before = mistakes.count();
        if (rule.getLhs() != null) {
            read(rule.getLhs());
        }
        Span bucket = seen.get(Fact.BUCKET);
        if (bucket != null && !isBucketKnown) {
            mistakes.error(
                    Code.BUCKET_IN_BUCKET,
                    bucket,
                    "a rule that classifies, or says what waiting costs, cannot ask for the bucket",
                    "ask for it in rules of the groups `route` and `limit`");
        }
        if (seen.isEmpty() && mistakes.count() == before) {
            mistakes.error(Code.TASK_MISSING, place, "a rule without a pattern", "write `Task()` for every task");
        }
        return switch (parts.size()) {
            case 0 -> new Condition.Always(true, place);
            case 1 -> parts.getFirst();
            default ->
                new Condition.And(
                        parts, parts.getFirst().span().to(parts.getLast().span()));
        };
    }

    private void read(BaseDescr descr) {
        switch (descr) {
            case AndDescr and -> and.getDescrs().forEach(this::read);
            case PatternDescr pattern -> pattern(pattern);
            default -> mistakes.beyond(Code.OTHER_CONDITION, span(descr), shown(descr), ONLY_PATTERNS);
        }
    }

    private void pattern(PatternDescr pattern) {
        Span span = span(pattern);
        Fact fact = fact(pattern, span);
        if (fact == null || isBeyond(pattern, span)) {
            return;
        }
        if (seen.putIfAbsent(fact, span) != null) {
            mistakes.beyond(
                    Code.SEVERAL_PATTERNS,
                    span,
                    "a second pattern `" + fact.type + "(…)`",
                    "there is one task and one bucket; join the constraints with a comma");
            return;
        }
        if (pattern.getIdentifier() != null) {
            bind(pattern.getIdentifier(), fact.meaning(), span);
        }
        scope.enter(fact.meaning());
        pattern.getDescrs().forEach(this::constraint);
        scope.leave();
    }

    private @Nullable Fact fact(PatternDescr pattern, Span span) {
        if (pattern.getObjectType() == null) {
            mistakes.beyond(Code.OTHER_PATTERN, span, "a pattern without a fact", ONLY_PATTERNS);
            return null;
        }
        for (Fact fact : Fact.values()) {
            if (fact.type.equals(pattern.getObjectType())) {
                imports.require(fact.type, type(pattern, span));
                return fact;
            }
        }
        var types = List.of(Fact.TASK.type, Fact.BUCKET.type);
        String type = pattern.getObjectType();
        var near = NearestName.of(type, types);
        if (near.isPresent()) {
            mistakes.error(
                    Code.UNKNOWN_NAME,
                    type(pattern, span),
                    "unknown fact `" + type + "`",
                    "did you mean `" + near.get() + "`?");
        } else {
            mistakes.beyond(Code.OTHER_PATTERN, span, "a pattern of the fact `" + type + "`", ONLY_PATTERNS);
        }
        return null;
    }

    private boolean isBeyond(PatternDescr pattern, Span span) {
        String what = null;
        if (pattern.getSource() != null) {
            what = "a pattern with a source (`from`)";
        } else if (!pattern.getBehaviors().isEmpty()) {
            what = "a window over a pattern";
        } else if (pattern.isQuery() || pattern.isUnification()) {
            what = "a query or unification";
        } else if (!pattern.getAnnotations().isEmpty()) {
            what = "an annotation of a pattern";
        } else if (!pattern.getPositionalConstraints().isEmpty()) {
            what = "a pattern with values by position";
        }
        if (what != null) {
            mistakes.beyond(Code.OTHER_PATTERN, span, what, ONLY_PATTERNS);
        }
        return what != null;
    }

    private void constraint(BaseDescr descr) {
        if (!(descr instanceof ExprConstraintDescr)) {
            mistakes.beyond(Code.OTHER_PATTERN, span(descr), "this constraint", "write a comparison");
            return;
        }
        Span span = span(descr);
        var tokens = Lexer.tokens(span.source().text(), span.start(), span.end());
        var cursor = new Cursor(tokens, mistakes);
        try {
            if (tokens.size() > 2 && tokens.get(1).is(":") && tokens.getFirst().kind() == Token.Kind.NAME) {
                binding(cursor);
            } else {
                parts.add(conditions.condition(new ReadExpr(cursor).constraint()));
            }
        } catch (Cursor.Unreadable _) {
            parts.add(new Condition.Always(false, span));
        }
    }

    /** {@code $name : field} gives a name; with a comparison behind it, that is a constraint too. */
    private void binding(Cursor cursor) {
        Token name = cursor.take();
        cursor.take();
        if (cursor.isAt("(")) {
            throw cursor.error(
                    Code.UNEXPECTED,
                    cursor.since(name),
                    "plain Drools would bind `" + name.text()
                            + "` to whether the parentheses hold, and go on either way",
                    "write `" + name.text() + " : field` without parentheses");
        }
        Expr expr = new ReadExpr(cursor).constraint();
        boolean isCompared = expr instanceof Expr.Compare;
        Expr bound = expr instanceof Expr.Compare compare ? compare.left() : expr;
        var field = scope.field(bound);
        if (field.isPresent()) {
            bind(name.text(), new Meaning.OfField(field.get()), mistakes.span(name));
        } else {
            scope.reportUnknown(bound);
        }
        if (isCompared) {
            parts.add(conditions.condition(expr));
        }
    }

    private void bind(String name, Meaning meaning, Span span) {
        if (Scope.isTaken(name)) {
            mistakes.error(
                    Code.NAME_TAKEN,
                    span,
                    "`" + name + "` means something else in a rule",
                    "bind another name, such as `$" + name + "`");
        } else if (!scope.bind(name, meaning)) {
            mistakes.error(Code.BOUND_TWICE, span, "`" + name + "` is bound twice", "give one of them another name");
        }
    }

    private Span span(BaseDescr descr) {
        int length = mistakes.source().text().length();
        int start = Math.clamp(descr.getStartCharacter(), 0, length);
        int end = Math.clamp(descr.getEndCharacter() + 1L, start, length);
        String text = mistakes.source().text().substring(start, end);
        return mistakes.span(start, start + text.stripTrailing().length());
    }

    private String shown(BaseDescr descr) {
        if (descr instanceof OrDescr) {
            return "`or` between patterns";
        }
        String text = span(descr).text();
        Token first = Lexer.tokens(text, 0, text.length()).getFirst();
        return first.kind() == Token.Kind.NAME ? "`" + first.text() + "`" : "this condition";
    }

    /** The type alone, for what is said about it. */
    private Span type(PatternDescr pattern, Span span) {
        int at = span.text().indexOf(pattern.getObjectType());
        return at < 0
                ? span
                : mistakes.span(
                        span.start() + at,
                        span.start() + at + pattern.getObjectType().length());
    }
}
