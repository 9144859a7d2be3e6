package dev.mete.engine.drools.full;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.drl.DrlOutline;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kie.api.builder.Message;

/**
 * Finds the places that messages of Drools' compiler are about. Many name no line, or one of Java code that nobody wrote: those are looked for by the
 * words that they quote, then by the rule that they name.
 */
final class CompilerMessages {
    private static final String CODE = "D0302";
    private static final int LONGEST = 300;
    private static final Pattern RULE = Pattern.compile("rule \"([^\"]+)\"|[Rr]ule name: (.+)$", Pattern.MULTILINE);

    /** A place that is counted from the start of a consequence, as if a brace stood in a line of its own before it. */
    private static final Pattern IN_CONSEQUENCE =
            Pattern.compile("Unable to parse consequence caused by: \\(line (\\d+),col (\\d+)\\)");

    /** What messages quote of the author's text. */
    private static final List<Pattern> QUOTED = List.of(
            Pattern.compile("left part of expression: (.+)"),
            Pattern.compile("The method (\\w+)\\("),
            Pattern.compile("^(\\w+) cannot be resolved"),
            Pattern.compile("([\\w.]+) cannot be resolved"),
            Pattern.compile("(\\w+?)[lLdDfF]? cannot be resolved"),
            Pattern.compile("Unable to find class: ([\\w.]+)"),
            Pattern.compile("Unable to resolve ObjectType '([^']+)'"),
            Pattern.compile("Unknown declaration: (\\w+)"),
            Pattern.compile("For input string: \"([^\"]+)\""),
            Pattern.compile("Unable to parse consequence caused by: .*?: (\\w+)"));

    private final Source source;
    private final DrlOutline outline;

    CompilerMessages(Source source, DrlOutline outline) {
        this.source = source;
        this.outline = outline;
    }

    /** The errors of a build, without the Java code that some of them carry. */
    List<Diagnostic> diagnostics(List<Message> messages) {
        var told = messages.stream()
                .filter(message -> !message.getText().startsWith("Java source of"))
                .toList();
        return (told.isEmpty() ? messages : told)
                .stream().map(this::diagnostic).distinct().toList();
    }

    /** The error of a build that threw. */
    Diagnostic thrown(Throwable thrown) {
        String text = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return diagnostic(text, Optional.empty());
    }

    private Diagnostic diagnostic(Message message) {
        boolean isOurs = message.getPath() != null && message.getPath().endsWith(Build.FILE);
        boolean hasLine = isOurs && message.getLine() > 0 && message.getLine() <= source.lines();
        var inConsequence = hasLine ? inConsequence(message) : Optional.<Span>empty();
        if (inConsequence.isPresent()) {
            return Diagnostic.error(CODE, inConsequence.get(), "Drools says: " + said(message.getText()));
        }
        return diagnostic(message.getText(), hasLine ? Optional.of(line(message.getLine())) : Optional.empty());
    }

    private Diagnostic diagnostic(String text, Optional<Span> line) {
        var places = quoted(text);
        Span span = places.size() == 1
                ? places.getFirst()
                : line.or(() -> rule(text)).orElse(places.isEmpty() ? source.start() : places.getFirst());
        String lines = places.stream()
                .map(place -> Integer.toString(place.position().line()))
                .distinct()
                .collect(Collectors.joining(", "));
        return Diagnostic.error(
                CODE,
                span,
                "Drools says: " + said(text),
                places.size() > 1 ? "`" + places.getFirst().text() + "` stands in the lines " + lines : null);
    }

    private Optional<Span> inConsequence(Message message) {
        Matcher matcher = IN_CONSEQUENCE.matcher(message.getText());
        if (!matcher.find()) {
            return Optional.empty();
        }
        int line = Integer.parseInt(matcher.group(1)) - 2;
        int column = Integer.parseInt(matcher.group(2)) - 1;
        return outline.rules().stream()
                .filter(rule -> rule.span().position().line() == message.getLine() && line >= 0)
                .map(rule -> at(rule.consequence(), line, column))
                .findFirst();
    }

    private Span at(Span consequence, int line, int column) {
        int start = line == 0
                ? consequence.start()
                : source.lineStart(consequence.position().line() + line);
        int offset = Math.clamp((long) start + column, consequence.start(), consequence.end());
        return source.span(offset, Math.min(offset + 1, consequence.end()));
    }

    private Span line(int line) {
        String text = source.line(line);
        int start = source.lineStart(line) + text.length() - text.stripLeading().length();
        return source.span(start, source.lineStart(line) + text.length());
    }

    /** The places of the words that a message quotes. */
    private List<Span> quoted(String message) {
        for (Pattern pattern : QUOTED) {
            Matcher matcher = pattern.matcher(message);
            if (matcher.find()) {
                var places = places(matcher.group(1).strip());
                if (!places.isEmpty()) {
                    return places;
                }
            }
        }
        return List.of();
    }

    private List<Span> places(String words) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(words) + "(?!\\w)")
                .matcher(source.text())
                .results()
                .map(match -> source.span(match.start(), match.end()))
                .toList();
    }

    private Optional<Span> rule(String message) {
        Matcher matcher = RULE.matcher(message);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name =
                matcher.group(1) != null ? matcher.group(1) : matcher.group(2).strip();
        return outline.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .map(rule -> line(rule.span().position().line()))
                .findFirst();
    }

    /** The first line of a message, without the places that it names of its own. */
    private static String said(String message) {
        String first = message.strip().lines().findFirst().orElse("");
        int expected = first.indexOf(", expected one of");
        first = expected < 0 ? first : first.substring(0, expected);
        String shown = first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first;
        return shown.replace('\'', '`').replace('"', '`');
    }
}
