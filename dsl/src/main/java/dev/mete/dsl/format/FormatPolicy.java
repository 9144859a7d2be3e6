package dev.mete.dsl.format;

import dev.mete.dsl.parse.ParseFile;
import dev.mete.dsl.parse.Tokens;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.PolicyFile;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Puts a policy file, or one that policies include, into the canonical layout: line breaks, indents, blanks and alignment change, and nothing else.
 * Names and types may be wrong, the syntax may not. Thread-safe, without input or output.
 */
public final class FormatPolicy {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FormatPolicy() {}

    /** The text of a file in its canonical layout. */
    public static Formatting of(Source source) {
        return switch (read(source)) {
            case Reading.Failed(var diagnostics) -> new Formatting.Unreadable(diagnostics);
            case Reading.Read before -> {
                String text = LayOut.of(before.file(), before.script());
                yield switch (read(Source.of(source.name(), text))) {
                    case Reading.Failed _ -> new Formatting.Refused("formatted, it could not be read again");
                    case Reading.Read after ->
                        difference(before, after)
                                .<Formatting>map(Formatting.Refused::new)
                                .orElseGet(() -> new Formatting.Formatted(text));
                };
            }
        };
    }

    private sealed interface Reading {
        record Read(PolicyFile file, Script script) implements Reading {}

        record Failed(List<Diagnostic> diagnostics) implements Reading {}
    }

    private static Reading read(Source source) {
        String text = source.text();
        Source plain = text.startsWith(BYTE_ORDER_MARK) ? Source.of(source.name(), text.substring(1)) : source;
        var report = new Report();
        Optional<Tokens> tokens = Tokens.read(plain, report);
        if (tokens.isEmpty() || report.hasErrors()) {
            tokens.ifPresent(read -> ParseFile.parse(read, report));
            return new Reading.Failed(report.diagnostics());
        }
        PolicyFile file = ParseFile.parse(tokens.get(), report);
        return report.hasErrors()
                ? new Reading.Failed(report.diagnostics())
                : new Reading.Read(file, new Script(plain.text(), tokens.get().lexemes()));
    }

    private static Optional<String> difference(Reading.Read before, Reading.Read after) {
        if (!hasSameWords(before.script(), after.script())) {
            return Optional.of("formatted, it would have other words");
        }
        if (!before.script().comments().equals(after.script().comments())) {
            return Optional.of("formatted, it would have other comments");
        }
        return TreeParts.areSame(before.file().items(), after.file().items())
                ? Optional.empty()
                : Optional.of("formatted, it would mean something else");
    }

    private static boolean hasSameWords(Script one, Script other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size())
                        .allMatch(at ->
                                one.kind(at) == other.kind(at) && one.word(at).equals(other.word(at)));
    }
}
