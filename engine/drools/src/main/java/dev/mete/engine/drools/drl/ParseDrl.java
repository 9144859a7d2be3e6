package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.antlr.runtime.RecognitionException;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DRLFactory;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.lang.DRLParser;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Parses a rule file with Drools' own parser of DRL 6. Used once. */
final class ParseDrl {
    private static final LanguageLevelOption LEVEL = LanguageLevelOption.DRL6;
    private static final Pattern POSITION = Pattern.compile("^\\[ERR \\d+] Line -?\\d+:-?\\d+ ");

    private final Mistakes mistakes;
    private final List<Integer> broken = new ArrayList<>();

    ParseDrl(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The parsed file, as far as it could be parsed; null where it could not at all. Mistakes are reported. */
    @Nullable
    PackageDescr parse() {
        var lexer = DRLFactory.buildLexer(mistakes.source().text(), LEVEL);
        var tokens = new BoundedTokens(lexer);
        DRLParser parser = DRLFactory.getDRLParser(tokens, LEVEL);
        PackageDescr parsed = null;
        try {
            parsed = parser.compilationUnit();
        } catch (BoundedTokens.TooMuchToRead | StackOverflowError _) {
            tooMuch(tokens);
        } catch (RecognitionException | RuntimeException e) {
            report(
                    mistakes.source().start(),
                    "the rules cannot be parsed: " + e.getClass().getSimpleName());
        }
        lexer.getErrors().forEach(this::report);
        parser.getErrors().forEach(this::report);
        return parsed;
    }

    /** Whether a mistake of syntax lies between two offsets. */
    boolean isBroken(int from, int to) {
        return broken.stream().anyMatch(offset -> from <= offset && offset < to);
    }

    /** Whether there is any mistake of syntax. */
    boolean isBroken() {
        return !broken.isEmpty();
    }

    private void tooMuch(BoundedTokens tokens) {
        Source source = mistakes.source();
        var token = tokens.size() == 0 ? null : tokens.get(Math.clamp(tokens.index(), 0, tokens.size() - 1));
        int offset = token == null ? 0 : offset(token.getLine(), token.getCharPositionInLine());
        broken.add(offset);
        mistakes.error(
                Code.TOO_MUCH_TO_READ,
                source.span(offset, Math.min(offset + 1, source.text().length())),
                "Drools' parser takes too long over what stands here",
                "nest fewer calls in each other, or split the constraint over several rules");
    }

    private void report(DroolsParserException error) {
        int offset = offset(error.getLineNumber(), error.getColumn());
        String message = POSITION.matcher(String.valueOf(error.getMessage())).replaceFirst("");
        report(word(offset), message.isBlank() ? "this cannot be parsed" : quoted(message));
    }

    private void report(Span span, String message) {
        broken.add(span.start());
        mistakes.error(Code.UNEXPECTED, span, message, null);
    }

    private int offset(int line, int column) {
        Source source = mistakes.source();
        return line < 1
                ? source.text().length()
                : Math.clamp(
                        (long) source.lineStart(line) + Math.max(0, column),
                        0,
                        source.text().length());
    }

    private Span word(int offset) {
        String text = mistakes.source().text();
        var tokens = Lexer.tokens(text, offset, text.length() - offset > 200 ? offset + 200 : text.length());
        return mistakes.span(tokens.getFirst());
    }

    /** Words of the file in backticks, as in every message. */
    private static String quoted(String message) {
        return message.replace('\'', '`').replace('"', '`').strip();
    }
}
