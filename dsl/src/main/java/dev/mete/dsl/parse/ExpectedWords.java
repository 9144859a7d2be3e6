package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteParser.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What could stand at a place, in the words of the language: names and values by what they are, keywords and signs as written. */
final class ExpectedWords {
    /** What messages call a line of a block. */
    static final String LINE = "line";

    private static final int MOST_WORDS = 8;
    private static final String NAME = "a name";
    private static final String MODEL = "a model";
    private static final Set<Integer> OPERATORS = Set.of(
            AND, OR, NOT, IS, IN, EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST, PLUS, MINUS, TIMES, DIVIDE,
            STARTS, ENDS, CONTAINS);

    private final Set<Integer> types = new LinkedHashSet<>();
    private final Parser parser;
    private final String noun;

    ExpectedWords(IntervalSet expected, Parser parser, String noun) {
        this.types.addAll(expected.toList());
        this.parser = parser;
        this.noun = noun;
    }

    /** The alternatives, such as {@code `then` or an operator}. */
    String phrase() {
        if (types.contains(POLICY) && !types.contains(WORD)) {
            return "a keyword such as `rule`, `let` or `limit`";
        }
        var phrases = new LinkedHashSet<String>();
        boolean name = types.contains(WORD);
        if (name) {
            phrases.add(namePhrase());
        } else if (types.contains(NUMBER)) {
            phrases.add("a number");
        } else if (types.contains(TEXT)) {
            phrases.add("a text in quotes");
        }
        for (int type : types) {
            if (!isPartOfValue(type) && !(name && isSoft(type)) && !OPERATORS.contains(type) && type != Token.EOF) {
                phrases.add("`" + spelling(type) + "`");
            }
        }
        if (!name && types.contains(PLUS)) {
            phrases.add("an operator");
            phrases.remove("`(`");
        } else if (!name && types.contains(AT_MOST)) {
            phrases.add("a sign such as `<=`");
        } else if (!name) {
            types.stream().filter(OPERATORS::contains).forEach(type -> phrases.add("`" + spelling(type) + "`"));
        }
        if (types.contains(Token.EOF)) {
            phrases.add("the end of the " + noun);
        }
        if (types.equals(Set.of(COMMA)) && parser.getContext().getRuleIndex() == RULE_plan) {
            return "`,` and a setting such as `effort low`";
        }
        return joined(new ArrayList<>(phrases));
    }

    /** The keywords that could stand here, unless a name could too. */
    List<String> keywords() {
        return types.contains(WORD)
                ? List.of()
                : types.stream()
                        .filter(type -> isSoft(type) || isReserved(type))
                        .map(ExpectedWords::spelling)
                        .toList();
    }

    /** Whether a name of the author's choice could stand here. */
    boolean isName() {
        return types.contains(WORD) && namePhrase().equals(NAME);
    }

    /** Whether a value could stand here, in words or in digits. */
    boolean isValue() {
        return types.contains(WORD) && types.contains(NUMBER);
    }

    /** Whether the name of a model could stand here. */
    boolean isModel() {
        return types.contains(WORD) && namePhrase().equals(MODEL);
    }

    /** Whether the piece is one line of a block. */
    boolean isLineOfBlock() {
        return noun.equals(LINE);
    }

    /** What a name is the name of, by the rule of the grammar that asks for one. */
    private String namePhrase() {
        RuleContext context = parser.getContext();
        while (context.getRuleIndex() == RULE_word && context.parent != null) {
            context = context.parent;
        }
        return switch (context.getRuleIndex()) {
            case RULE_plan, RULE_choice, RULE_fallback -> MODEL;
            case RULE_setting -> "`effort`, `cap`, `thinking` or `timeout`";
            case RULE_limit -> types.contains(NUMBER) ? "a bound" : "`effort`, `cap`, `thinking` or `timeout`";
            case RULE_bucket -> "`use`, `maybe` or `avoid`";
            case RULE_type -> types.contains(ONE) && types.contains(SET) ? "a type" : "a value";
            case RULE_given -> types.contains(NUMBER) ? "a value" : "a feature";
            case RULE_expectation -> types.contains(NUMBER) ? "a value" : "a part of the decision";
            case RULE_value -> "a value";
            case RULE_policyName, RULE_policyPart -> "the policy's name";
            case RULE_expression,
                    RULE_conjunction,
                    RULE_negation,
                    RULE_question,
                    RULE_list,
                    RULE_relation,
                    RULE_sum,
                    RULE_product,
                    RULE_factor,
                    RULE_primary -> valuePhrase(context);
            default -> NAME;
        };
    }

    /** Conditions take `not`, values do not; what brackets and lets hold is both. */
    private String valuePhrase(RuleContext context) {
        if (!types.contains(NOT)) {
            return "a value";
        }
        for (RuleContext around = context; around != null; around = around.parent) {
            if (around.getRuleIndex() == RULE_primary || around.getRuleIndex() == RULE_let) {
                return "a condition or an amount";
            }
        }
        return "a condition";
    }

    private boolean isPartOfValue(int type) {
        return switch (type) {
            case WORD, NUMBER, QUANTITY, MISWRITTEN, TEXT, OPEN_TEXT, OTHER_TEXT -> true;
            case LEFT_PAREN, MINUS, NOT, LEFT_BRACKET -> types.contains(NUMBER);
            case OTHERWISE -> types.contains(WORD) && types.contains(NUMBER);
            default -> false;
        };
    }

    private static boolean isSoft(int type) {
        return POLICY <= type && type <= TO;
    }

    /** Whether a token is a keyword that is never a name. */
    static boolean isReserved(int type) {
        return (WHEN <= type && type <= IN) || type == AND || type == OR || type == NOT;
    }

    private static String spelling(int type) {
        String literal = VOCABULARY.getLiteralName(type);
        return literal != null
                ? literal.substring(1, literal.length() - 1)
                : switch (type) {
                    case AND -> "and";
                    case OR -> "or";
                    case NOT -> "not";
                    case EQUAL -> "=";
                    case NOT_EQUAL -> "!=";
                    case AT_MOST -> "<=";
                    case AT_LEAST -> ">=";
                    case MINUS -> "-";
                    case TIMES -> "*";
                    case COMMA -> ",";
                    default -> VOCABULARY.getDisplayName(type);
                };
    }

    private static String joined(List<String> phrases) {
        if (phrases.isEmpty()) {
            return "something else";
        }
        var shown = phrases.subList(0, Math.min(phrases.size(), MOST_WORDS));
        return shown.size() == 1
                ? shown.getFirst()
                : String.join(", ", shown.subList(0, shown.size() - 1)) + " or " + shown.getLast();
    }
}
