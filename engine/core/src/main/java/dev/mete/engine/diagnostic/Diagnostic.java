package dev.mete.engine.diagnostic;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong: a stable code, one sentence in the writer's terms, the words it is about, and what to write instead.
 *
 * @param code a letter and four digits, never reused for another meaning
 */
public record Diagnostic(
        String code,
        Severity severity,
        String message,
        Span span,
        @Nullable String help) {
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{4}");

    /** Orders by file, then place, then code. */
    public static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
                    (Diagnostic d) -> d.span().source().name())
            .thenComparingInt(d -> d.span().start())
            .thenComparing(Diagnostic::code);

    public Diagnostic {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a diagnostic code: " + code);
        }
    }

    /** An error without help. */
    public static Diagnostic error(String code, Span span, String message) {
        return new Diagnostic(code, Severity.ERROR, message, span, null);
    }

    /** An error that says what to write instead; null where there is nothing to say. */
    public static Diagnostic error(String code, Span span, String message, @Nullable String help) {
        return new Diagnostic(code, Severity.ERROR, message, span, help);
    }

    /** A warning that says what to write instead; null where there is nothing to say. */
    public static Diagnostic warning(String code, Span span, String message, @Nullable String help) {
        return new Diagnostic(code, Severity.WARNING, message, span, help);
    }

    /** Whether this keeps a policy from loading. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
