package dev.mete.cli;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** Diagnostics for people: as everywhere, with the severity in colour. */
final class ShowDiagnostics {
    private ShowDiagnostics() {}

    static String of(List<Diagnostic> diagnostics, Palette palette) {
        return diagnostics.stream().map(diagnostic -> of(diagnostic, palette)).collect(Collectors.joining("\n"));
    }

    private static String of(Diagnostic diagnostic, Palette palette) {
        String text = DiagnosticText.render(diagnostic);
        int end = text.indexOf(':');
        String head = text.substring(0, end);
        String coloured = diagnostic.severity() == Severity.ERROR ? palette.bad(head) : palette.doubtful(head);
        return coloured + text.substring(end);
    }

    /** How many errors and warnings there are, in words. */
    static String count(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        long warnings = diagnostics.size() - errors;
        return number(errors, "error") + (warnings == 0 ? "" : ", " + number(warnings, "warning"));
    }

    static String number(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
