package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a consequence: calls on {@code decision}, and nothing else. Used for one rule. */
final class ReadConsequence {
    private static final String ROOT = "decision";
    private static final String ONLY_CALLS = "a consequence calls methods of `decision`, and `;` ends each call";

    private final Cursor cursor;
    private final Mistakes mistakes;
    private final ReadCall calls;
    private final @Nullable Group group;

    /**
     * The consequence of a rule.
     *
     * @param group the rule's group; null where it could not be read, so that calls of any group are right
     */
    ReadConsequence(List<Token> tokens, @Nullable Group group, Scope scope, Models models) {
        this.mistakes = scope.mistakes();
        this.cursor = new Cursor(tokens, mistakes);
        this.calls = new ReadCall(scope, models);
        this.group = group;
    }

    List<Asking> read() {
        var asked = new ArrayList<Asking>();
        while (!cursor.atEnd()) {
            if (!cursor.takeIf(";")) {
                asked.add(statement());
            }
        }
        return asked;
    }

    private Asking statement() {
        Token first = cursor.token();
        try {
            if (cursor.isAt("end")) {
                skipStatement();
                throw cursor.error(
                        Code.UNEXPECTED,
                        cursor.since(first),
                        "something stands behind the `end` of a rule",
                        "remove what stands between `end` and the next `rule`");
            }
            if (!cursor.isAt(ROOT) || !cursor.ahead(1).is(".")) {
                skipStatement();
                throw cursor.beyond(Code.OTHER_STATEMENT, cursor.since(first), "this statement", ONLY_CALLS);
            }
            Expr call = new ReadExpr(cursor).statement();
            if (!cursor.isAt(";") && !cursor.atEnd()) {
                skipStatement();
                throw cursor.beyond(Code.OTHER_STATEMENT, cursor.since(first), "this statement", ONLY_CALLS);
            }
            if (!cursor.takeIf(";")) {
                mistakes.error(Code.UNEXPECTED, call.span(), "this call has no `;` at its end", "write `;` after it");
            }
            return asking(call);
        } catch (Cursor.Unreadable _) {
            Span span = cursor.since(first);
            if (!isEnded()) {
                skipStatement();
            }
            return new Asking.Broken(span);
        }
    }

    private boolean isEnded() {
        return cursor.isAfter(";") || cursor.isAfter("}");
    }

    /** Moves behind the statement: its `;`, or the brace that closes its block. */
    private void skipStatement() {
        int depth = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.take();
            if (token.is("(") || token.is("{") || token.is("[")) {
                depth++;
            } else if (token.is(")") || token.is("}") || token.is("]")) {
                depth--;
            }
            if (depth <= 0 && (token.is(";") || token.is("}"))) {
                return;
            }
        }
    }

    private Asking asking(Expr expr) {
        var chain = new ArrayList<Expr.Call>();
        Expr target = expr;
        while (target instanceof Expr.Call call) {
            chain.addFirst(call);
            target = call.target();
        }
        if (chain.isEmpty() || !(target instanceof Expr.Name)) {
            mistakes.beyond(Code.OTHER_STATEMENT, expr.span(), "this statement", ONLY_CALLS);
            return new Asking.Broken(expr.span());
        }
        var first = chain.getFirst();
        if (!isOfGroup(first)) {
            return new Asking.Broken(expr.span());
        }
        return calls.read(first, chain.subList(1, chain.size()), expr.span());
    }

    private boolean isOfGroup(Expr.Call call) {
        var other = Group.calling(call.name());
        if (group == null ? other.isPresent() : group.calls().contains(call.name())) {
            return true;
        }
        if (group != null && other.isPresent()) {
            mistakes.error(
                    Code.CALL_OF_OTHER_GROUP,
                    call.nameSpan(),
                    "`decision." + call.name() + "` in a rule of the group `" + group.word() + "`",
                    "move it to a rule with `ruleflow-group \"" + other.get().word() + "\"`; here rules call "
                            + group.shownCalls());
        } else {
            mistakes.error(
                    Code.UNKNOWN_CALL,
                    call.nameSpan(),
                    "`decision` has nothing called `" + call.name() + "`",
                    NearestName.help(call.name(), group == null ? Group.allCalls() : group.calls()));
        }
        return false;
    }
}
