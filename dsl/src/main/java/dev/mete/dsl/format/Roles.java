package dev.mete.dsl.format;

import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Expression.Relation;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.PlanLine;
import dev.mete.dsl.syntax.PolicyFile;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.TextMatch;
import java.util.ArrayList;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which words are what, where a word and the sign after it alone do not say: {@code cap (5)} is a setting, {@code min(5)} a call. */
final class Roles {
    private final Script script;
    private final BitSet functions = new BitSet();
    private final BitSet leads = new BitSet();

    private Roles(Script script) {
        this.script = script;
    }

    static Roles of(PolicyFile file, Script script) {
        var roles = new Roles(script);
        var open = new ArrayList<@Nullable Object>(file.items());
        while (!open.isEmpty()) {
            Object node = open.removeLast();
            roles.note(node);
            open.addAll(TreeParts.of(node));
        }
        return roles;
    }

    /** Whether a word is the name of a function, which its parenthesis follows without a blank. */
    boolean isFunction(int at) {
        return functions.get(at);
    }

    /** Whether a word is the name of what follows, so that a minus after it takes nothing from it. */
    boolean isLead(int at) {
        return leads.get(at);
    }

    private void note(@Nullable Object node) {
        switch (node) {
            case Expression.Call call -> functions.set(at(call.function().span()));
            case PlanLine.Setting setting -> leads.set(at(setting.name().span()));
            case Item.Given given -> leads.set(at(given.feature().span()));
            case Item.ExpectationLine line -> leads.set(at(line.part().span()));
            case Item.WaitingCosts waiting -> leads.set(at(waiting.span()) + 1);
            case Item.Ensure ensure -> leads.set(at(ensure.span()));
            case Relation.Matches matches -> {
                int operator = at(matches.span());
                leads.set(matches.match() == TextMatch.CONTAINS ? operator : operator + 1);
            }
            case null, default -> {}
        }
    }

    private int at(Span span) {
        return script.at(span.start());
    }
}
