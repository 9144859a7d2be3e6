package dev.mete.server.reload;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Diagnostics as a log shows them: each on one line with its place and its help. */
public final class DiagnosticLine {
    private DiagnosticLine() {}

    /** One diagnostic, such as {@code rules/x/policy.mete:3:5: error[M0101]: unknown feature `eror_cost` (did you mean `error_cost`?)}. */
    public static String of(Diagnostic diagnostic) {
        String place = diagnostic.span().equals(Span.NONE) ? "" : diagnostic.span() + ": ";
        String help = diagnostic.help() == null ? "" : " (" + diagnostic.help() + ")";
        return place + diagnostic.severity().word() + "[" + diagnostic.code() + "]: " + diagnostic.message() + help;
    }

    /** All of them on one line. */
    public static String of(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(DiagnosticLine::of).collect(Collectors.joining("; "));
    }
}
