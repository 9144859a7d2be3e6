package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /**
     * A parser for a file.
     *
     * @param reported where mistakes of syntax have been reported already
     */
    ParseDrl(Mistakes mistakes, List<Integer> reported) {
        this.mistakes = mistakes;
        broken.addAll(reported);
    }

    /** The parsed file, as far as it could be parsed; null where it could not at all. Mistakes are reported. */
    @Nullable
    PackageDescr parse() {
        var lexer = new NameLexer(mistakes.source().text());
        var tokens = new BoundedTokens(lexer);
        DRLParser parser = DRLFactory.getDRLParser(tokens, LEVEL);
        PackageDescr parsed = null;
        try {
            parsed = parser.compilationUnit();
        } catch (BoundedTokens.TooMuchToRead | StackOverflowError _) {
            tooMuch(tokens);
            return null;
        } catch (RecognitionException | RuntimeException e) {
            report(
                    mistakes.source().start(),
                    "the rules cannot be parsed: " + e.getClass().getSimpleName(),
                    null);
        }
        reportErrors(lexer.getErrors(), parser.getErrors(), parsed);
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

    /** Reports the first error of each rule; those behind it are as a rule its consequences. */
    private void reportErrors(
            List<DroolsParserException> lexing, List<DroolsParserException> parsing, @Nullable PackageDescr parsed) {
        var starts = new TreeSet<Integer>();
        if (parsed != null) {
            parsed.getRules().forEach(rule -> starts.add(rule.getStartCharacter()));
        }
        var seen = new HashSet<Integer>();
        broken.forEach(offset -> seen.add(start(starts, offset)));
        Stream.concat(lexing.stream(), parsing.stream())
                .sorted(Comparator.comparingInt(this::offset))
                .filter(error -> seen.add(start(starts, offset(error))))
                .forEach(this::report);
    }

    private static int start(NavigableSet<Integer> starts, int offset) {
        return Objects.requireNonNullElse(starts.floor(offset), -1);
    }

    private void report(DroolsParserException error) {
        Span span = word(offset(error));
        String message = POSITION.matcher(String.valueOf(error.getMessage())).replaceFirst("");
        report(span, said(message, span), help(span));
    }

    private static @Nullable String help(Span span) {
        String text = span.source().text();
        boolean isInNumber =
                span.text().startsWith("_") && span.start() > 0 && Character.isDigit(text.charAt(span.start() - 1));
        return isInNumber ? "write the number without `_`, which only consequences can have" : null;
    }

    /** The parser's message in the words of all others. */
    private static String said(String message, Span span) {
        String met = span.text().isEmpty() ? "the end of the file" : "`" + span.text() + "`";
        if (message.startsWith("no viable alternative") || message.startsWith("mismatched input")) {
            int in = message.indexOf(" in ");
            return "unexpected " + met
                    + (in < 0 ? "" : message.substring(in).replace('"', '`').stripTrailing());
        }
        return message.isBlank()
                ? "unexpected " + met
                : message.replace('\'', '`').replace('"', '`').strip();
    }

    private int offset(DroolsParserException error) {
        return offset(error.getLineNumber(), error.getColumn());
    }

    private void report(Span span, String message, @Nullable String help) {
        broken.add(span.start());
        mistakes.error(Code.UNEXPECTED, span, message, help);
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
}
