package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteLexer.*;

import dev.mete.engine.diagnostic.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Finds where the items of a file start, so that each is parsed on its own and a mistake in one cannot swallow the next.
 *
 * <p>A keyword starts an item where what follows can only be that item and what precedes cannot go on. In a file with mistakes the first keyword
 * of a line is trusted with less, and a misspelt one counts too.
 */
final class Split {
    private static final Map<String, Integer> KEYWORDS = keywords();

    /** After these a line that starts with {@code rule "…"} can still belong to a test. */
    private static final Set<Integer> GOING_ON_ACROSS_LINES = Set.of(COMMA, GIVEN, EXPECT);

    private final List<Token> tokens;
    private final ItemStarts items;

    Split(List<Token> tokens) {
        this.tokens = tokens;
        this.items = new ItemStarts(new TokenList(tokens));
    }

    /**
     * The tokens of one item.
     *
     * @param keyword the type of the keyword that it starts with; -1 where it starts with none
     */
    record Chunk(List<Token> tokens, int keyword) {}

    /** The items of a file without mistakes. */
    List<Chunk> exact() {
        var starts = new LinkedHashMap<Integer, Integer>();
        for (int start : items.places()) {
            starts.put(start, type(start));
        }
        return chunks(starts);
    }

    /** The items of a file with mistakes, as its author most likely meant them. */
    List<Chunk> likely() {
        var starts = new LinkedHashMap<Integer, Integer>();
        int depth = 0;
        int current = -1;
        boolean isBlockClosed = false;
        for (int at = 0; at < tokens.size(); at++) {
            int keyword = current == TEST && isExpectedRule(at) ? -1 : likelyStart(at, depth);
            if (keyword >= 0 || isBlockClosed) {
                starts.put(at, keyword);
                current = keyword;
                depth = 0;
            }
            depth += Nesting.change(type(at));
            isBlockClosed = type(at) == RIGHT_BRACE && depth == 0;
        }
        return chunks(starts);
    }

    private List<Chunk> chunks(Map<Integer, Integer> starts) {
        var chunks = new ArrayList<Chunk>();
        int from = 0;
        int keyword = -1;
        for (var start : starts.entrySet()) {
            add(chunks, from, start.getKey(), keyword);
            from = start.getKey();
            keyword = start.getValue();
        }
        add(chunks, from, tokens.size(), keyword);
        return chunks;
    }

    private void add(List<Chunk> chunks, int from, int to, int keyword) {
        if (from < to) {
            chunks.add(new Chunk(tokens.subList(from, to), keyword));
        }
    }

    private int likelyStart(int at, int depth) {
        if (items.isStart(at)) {
            return type(at);
        }
        if (!opensLine(at)) {
            return -1;
        }
        boolean goesOn = at > 0 && ItemStarts.goesOn(type(at - 1));
        if (KEYWORDS.containsValue(type(at))) {
            boolean fits = items.follows(at, type(at))
                    && (at == 0 || !GOING_ON_ACROSS_LINES.contains(type(at - 1)) || isNoPartOfTest(at));
            boolean standsAlone = depth <= 0 && !goesOn && type(at + 1) != COMMA && !items.endsBucketLine(at);
            return fits || standsAlone ? type(at) : -1;
        }
        if (type(at) == WORD && depth <= 0 && !goesOn) {
            return misspelt(at);
        }
        return -1;
    }

    /** Whether {@code rule "…"} goes on with a test, as after a comma that was left out. */
    private boolean isExpectedRule(int at) {
        return type(at) == RULE && !opensLine(at) && type(at + 2) != WHEN;
    }

    private boolean opensLine(int at) {
        return at == 0 || tokens.get(at - 1).getLine() < tokens.get(at).getLine();
    }

    /** Whether what follows a keyword that stands where it should can be no part of a test, such as {@code rule "…"} is. */
    private boolean isNoPartOfTest(int at) {
        return switch (type(at)) {
            case RULE -> type(at + 2) == WHEN;
            case TEST -> type(at + 2) == GIVEN;
            case INCLUDE, POLICY, ENSURE -> false;
            default -> true;
        };
    }

    private int misspelt(int at) {
        return NearestName.of(tokens.get(at).getText(), KEYWORDS.keySet())
                .map(KEYWORDS::get)
                .filter(keyword -> items.follows(at, keyword))
                .orElse(-1);
    }

    /** The type of the token at a place; end of file outside. */
    private int type(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).getType() : Token.EOF;
    }

    private static Map<String, Integer> keywords() {
        var keywords = new LinkedHashMap<String, Integer>();
        for (int type :
                new int[] {POLICY, INCLUDE, MODELS, FEATURES, LET, BUCKET, WAITING, RULE, OTHERWISE, LIMIT, ENSURE, TEST
                }) {
            String quoted = VOCABULARY.getLiteralName(type);
            keywords.put(quoted.substring(1, quoted.length() - 1), type);
        }
        return keywords;
    }
}
