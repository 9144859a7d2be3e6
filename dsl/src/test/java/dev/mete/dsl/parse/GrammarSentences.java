package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;
import dev.mete.dsl.grammar.MeteParser;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/** Writes sentences of the grammar at random, so that whatever the grammar comes to allow is among them. */
public final class GrammarSentences {
    private static final Map<Integer, List<String>> WORDS = Map.of(
            MeteLexer.WORD, List.of("a", "fast", "input_tokens", "effort", "low", "x2"),
            MeteLexer.NUMBER, List.of("5", "0.25", "1_000", "7"),
            MeteLexer.QUANTITY, List.of("$5", "20s", "12.5%", "300ms", "$0.01"),
            MeteLexer.TEXT, List.of("\"text\"", "\"a \\\"b\\\" \\\\ c\"", "\"é\"", "\"\""),
            MeteLexer.MISWRITTEN, List.of("10k", "5.", "$ 5"),
            MeteLexer.OPEN_TEXT, List.of("\"open\n"),
            MeteLexer.OTHER_TEXT, List.of("'single'"));

    /** As deep as rules are followed; behind that, the shortest way out is taken. */
    private static final int DEEPEST = 40;

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private GrammarSentences(Random random) {
        this.random = random;
    }

    /** Some items, as a rule with nothing wrong about their words. */
    public static String items(Random random) {
        var sentences = new GrammarSentences(random);
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            sentences.rule(MeteParser.RULE_item, 0);
        }
        return sentences.text.toString();
    }

    private void rule(int rule, int depth) {
        ATNState state = MeteParser._ATN.ruleToStartState[rule];
        while (state.getStateType() != ATNState.RULE_STOP) {
            Transition taken = choose(state, depth);
            switch (taken) {
                case RuleTransition call -> {
                    rule(call.target.ruleIndex, depth + 1);
                    state = call.followState;
                }
                case Transition plain -> {
                    if (!plain.isEpsilon()) {
                        token(plain);
                    }
                    state = plain.target;
                }
            }
        }
    }

    /** Loops and options are left out ever more often, so that every sentence ends. */
    private Transition choose(ATNState state, int depth) {
        int ways = state.getNumberOfTransitions();
        boolean isDecision = ways > 1;
        if (!isDecision) {
            return state.transition(0);
        }
        boolean leaves = random.nextInt(DEEPEST) < depth;
        return switch (state.getStateType()) {
            case ATNState.STAR_LOOP_ENTRY, ATNState.PLUS_LOOP_BACK ->
                state.transition(leaves || random.nextInt(3) > 0 ? ways - 1 : 0);
            default -> state.transition(leaves ? way(state, ways) : random.nextInt(ways));
        };
    }

    /** The way out of an option is its last; of the values the first are the shortest. */
    private int way(ATNState state, int ways) {
        return state.ruleIndex == MeteParser.RULE_primary ? random.nextInt(2) : ways - 1;
    }

    private void token(Transition transition) {
        var types = transition.label().toList();
        int type =
                types.size() > 2 && random.nextInt(10) > 0 ? types.getFirst() : types.get(random.nextInt(types.size()));
        // Spellings that are reported are rare, since a text with one of them is not plain.
        if (type == MeteLexer.MISWRITTEN || type == MeteLexer.OPEN_TEXT || type == MeteLexer.OTHER_TEXT) {
            type = random.nextInt(50) > 0 ? types.getFirst() : type;
        }
        text.append(word(type)).append(random.nextInt(4) == 0 ? "\n" : " ");
    }

    private String word(int type) {
        if (type == Token.EOF) {
            return "";
        }
        var words = WORDS.get(type);
        if (words != null) {
            return words.get(random.nextInt(words.size()));
        }
        return switch (type) {
            case MeteLexer.AND -> "and";
            case MeteLexer.OR -> "or";
            case MeteLexer.NOT -> "not";
            case MeteLexer.EQUAL -> "=";
            case MeteLexer.NOT_EQUAL -> "!=";
            case MeteLexer.AT_MOST -> "<=";
            case MeteLexer.AT_LEAST -> ">=";
            case MeteLexer.MINUS -> "-";
            case MeteLexer.TIMES -> "*";
            case MeteLexer.COMMA -> ",";
            default -> {
                String literal = MeteLexer.VOCABULARY.getLiteralName(type);
                yield literal.substring(1, literal.length() - 1);
            }
        };
    }
}
