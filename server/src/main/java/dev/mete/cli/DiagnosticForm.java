package dev.mete.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.json.DiagnosticJson;
import dev.mete.engine.json.JsonForms;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;

/** The forms of a list of diagnostics; the names are what users write. */
enum DiagnosticForm {
    text,
    json,
    github,
    sarif;

    String write(List<Finding> findings, Palette palette) throws IOException {
        return switch (this) {
            case text -> text(findings, palette);
            case json -> json(findings);
            case github -> findings.stream().map(DiagnosticForm::github).collect(Collectors.joining());
            case sarif -> Sarif.of(findings);
        };
    }

    private static String text(List<Finding> findings, Palette palette) {
        var diagnostics = findings.stream().map(Finding::diagnostic).toList();
        if (diagnostics.isEmpty()) {
            return palette.good("nothing is wrong") + "\n";
        }
        return ShowDiagnostics.of(diagnostics, palette) + "\n" + ShowDiagnostics.count(diagnostics) + "\n";
    }

    private static String json(List<Finding> findings) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator out = JsonForms.factory().createGenerator(text)) {
            DiagnosticJson.write(out, findings.stream().map(Finding::diagnostic).toList());
        }
        return text + "\n";
    }

    /** A workflow command; see "Workflow commands for GitHub Actions". */
    private static String github(Finding finding) {
        Diagnostic diagnostic = finding.diagnostic();
        var start = diagnostic.span().position();
        var end = diagnostic.span().source().position(diagnostic.span().end());
        String help = diagnostic.help() == null ? "" : "\n" + diagnostic.help();
        return "::" + diagnostic.severity().word() + " file=" + property(finding.file()) + ",line=" + start.line()
                + ",endLine=" + end.line() + ",col=" + start.column() + ",endColumn=" + end.column() + ",title="
                + diagnostic.code() + "::" + data(diagnostic.message() + help) + "\n";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
