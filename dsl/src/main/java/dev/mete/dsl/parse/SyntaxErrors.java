package dev.mete.dsl.parse;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Reports a syntax mistake in the words of someone who writes policies. */
final class SyntaxErrors extends BaseErrorListener {
    private static final int LONGEST_WORD = 40;

    private final Places places;
    private final Report report;
    private final String noun;

    /**
     * Reports mistakes of one piece.
     *
     * @param noun what messages call the piece, such as {@code rule}
     */
    SyntaxErrors(Places places, Report report, String noun) {
        this.places = places;
        this.report = report;
        this.noun = noun.equals("otherwise") ? "plan" : noun;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object symbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException mistake) {
        var parser = (Parser) recognizer;
        var token = (Token) symbol;
        IntervalSet expected = expected(parser, mistake);
        var words = new ExpectedWords(expected, parser, noun);
        boolean atEnd = token.getType() == Token.EOF;
        String found = atEnd ? "but the " + noun + " ends here" : "found " + shown(token);
        report.error(
                Code.UNEXPECTED,
                places.of(token),
                "expected " + words.phrase() + ", " + found,
                new SyntaxHelp(parser.getInputStream().LT(-1), token, words).words());
    }

    private static IntervalSet expected(Parser parser, @Nullable RecognitionException mistake) {
        if (mistake instanceof NoViableAltException unviable && unviable.getDeadEndConfigs() != null) {
            var expected = new IntervalSet();
            for (ATNConfig config : unviable.getDeadEndConfigs()) {
                expected.addAll(parser.getATN().nextTokens(config.state));
            }
            expected.remove(Token.EPSILON);
            if (!expected.isNil()) {
                return expected;
            }
        }
        IntervalSet expected = mistake == null ? null : mistake.getExpectedTokens();
        return expected == null ? parser.getExpectedTokens() : expected;
    }

    private static String shown(Token token) {
        String text = token.getText();
        return "`" + (text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) + "…" : text) + "`";
    }
}
