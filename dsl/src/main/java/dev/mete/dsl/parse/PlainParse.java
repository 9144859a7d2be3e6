package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;
import dev.mete.dsl.syntax.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the trees of a plain text without mistakes, by recursive descent along its tokens. It takes the grammar for what it means and nothing more:
 * what it does not take at once, mistakes first of all, is left to the grammar, which makes the same trees.
 */
final class PlainParse {
    private final PlainTokens tokens;

    private PlainParse(PlainTokens tokens) {
        this.tokens = tokens;
    }

    /** The items of a text, or nothing where it is left to the grammar. */
    static Optional<List<Item>> items(PlainTokens tokens) {
        try {
            return new PlainParse(tokens).items();
        } catch (NotPlain leftToTheGrammar) {
            return Optional.empty();
        }
    }

    private Optional<List<Item>> items() {
        int[] starts = new ItemStarts(tokens).places();
        if (tokens.size() > 0 && (starts.length == 0 || starts[0] > 0)) {
            return Optional.empty();
        }
        var reading = new PlainItems(tokens);
        var items = new ArrayList<Item>(starts.length);
        int rules = 0;
        for (int i = 0; i < starts.length; i++) {
            int end = i + 1 < starts.length ? starts[i + 1] : tokens.size();
            rules += tokens.type(starts[i]) == MeteLexer.RULE ? 1 : 0;
            if (rules > ParseFile.MOST_RULES || isTooDeep(starts[i], end)) {
                return Optional.empty();
            }
            items.add(reading.item(starts[i], end));
        }
        return Optional.of(items);
    }

    private boolean isTooDeep(int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            depth += Nesting.change(tokens.type(at));
            if (depth > Nesting.DEEPEST) {
                return true;
            }
        }
        return false;
    }
}
