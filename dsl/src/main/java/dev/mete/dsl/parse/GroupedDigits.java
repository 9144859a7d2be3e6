package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Takes {@code 10,000} for one miswritten number, wherever it stands. Where a list may stand it would else be two: {@code min(10,000, cap)} would
 * be nothing, without a word.
 */
final class GroupedDigits {
    private static final Pattern START = Pattern.compile("\\$?[0-9]{1,3}");
    private static final Pattern MIDDLE = Pattern.compile("[0-9]{3}");
    private static final Pattern END = Pattern.compile("[0-9]{3}(\\.[0-9]+)?(ms|s|m|h|d|%)?");

    private GroupedDigits() {}

    /** The tokens, in which digits grouped by commas without a blank are one token. */
    static List<Token> in(List<? extends Token> tokens) {
        var joined = new ArrayList<Token>(tokens.size());
        for (int at = 0; at < tokens.size(); at++) {
            int last = end(tokens, at);
            joined.add(last == at ? tokens.get(at) : join(tokens.get(at), tokens.get(last)));
            at = last;
        }
        return joined;
    }

    /** Where the number ends that starts at a place. */
    private static int end(List<? extends Token> tokens, int start) {
        int at = start;
        while (at + 2 < tokens.size() && isGroup(tokens, at, at == start ? START : MIDDLE)) {
            at += 2;
        }
        return at;
    }

    private static boolean isGroup(List<? extends Token> tokens, int at, Pattern before) {
        Token comma = tokens.get(at + 1);
        Token after = tokens.get(at + 2);
        return comma.getType() == MeteLexer.COMMA
                && before.matcher(tokens.get(at).getText()).matches()
                && END.matcher(after.getText()).matches()
                && tokens.get(at).getStopIndex() + 1 == comma.getStartIndex()
                && comma.getStopIndex() + 1 == after.getStartIndex();
    }

    private static Token join(Token first, Token last) {
        var joined = new CommonToken(first);
        joined.setType(MeteLexer.MISWRITTEN);
        joined.setStopIndex(last.getStopIndex());
        return joined;
    }
}
