package dev.mete.cli;

import dev.mete.simulate.report.ReportCsv;
import dev.mete.simulate.report.ReportJson;
import dev.mete.simulate.report.ReportText;
import dev.mete.simulate.report.SimulationReport;
import dev.mete.simulate.report.html.HtmlReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the report of a simulation goes, and in which form. */
final class SimulationOutput {
    /** The forms; the names are what users write. */
    enum Form {
        text,
        json,
        csv,
        html
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, html as one page with charts, json, or csv. Default: text")
    private Form form = Form.text;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the report to a file, whole or not at all.")
    private @Nullable Path file;

    /** Finds out before a long run whether its report has a place. */
    void check() throws Stopped {
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Stopped("the report cannot be written to `" + file + "`: there is no folder `" + folder + "`");
        }
        if (file != null && Files.isDirectory(file)) {
            throw new Stopped("the report cannot be written to `" + file + "`: it is a folder; name a file in it");
        }
    }

    void write(SimulationReport report, PrintWriter out) throws Stopped {
        String text = text(report);
        if (file == null) {
            out.print(text);
            out.flush();
        } else {
            WriteWhole.to(file, text, "the report");
        }
    }

    private String text(SimulationReport report) {
        var text = new StringWriter();
        try {
            switch (form) {
                case text -> text.write(ReportText.of(report));
                case json -> ReportJson.write(report, text);
                case csv -> ReportCsv.write(report, text);
                case html -> text.write(HtmlReport.of(report));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
