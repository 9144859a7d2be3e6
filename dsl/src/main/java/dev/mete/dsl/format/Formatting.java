package dev.mete.dsl.format;

import dev.mete.engine.diagnostic.Diagnostic;
import java.util.List;

/** What came of formatting a policy file. Immutable. */
public sealed interface Formatting {
    /** The whole text in its canonical layout, which is the text that was given where it has that already. */
    record Formatted(String text) implements Formatting {}

    /** The text cannot be read, for the mistakes that are told. */
    record Unreadable(List<Diagnostic> diagnostics) implements Formatting {
        public Unreadable {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** Formatted, the text would not say the same; a failure of the formatter, which changes nothing then. */
    record Refused(String reason) implements Formatting {}
}
