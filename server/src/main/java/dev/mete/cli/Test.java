package dev.mete.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.json.DiagnosticJson;
import dev.mete.engine.json.JsonForms;
import dev.mete.fixtures.JUnitXml;
import dev.mete.fixtures.TestReport;
import dev.mete.fixtures.TestReportText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the tests that stand in policies, and their fixtures. */
@Command(
        name = "test",
        description = "Run the tests and fixtures of policies.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Cases are decided at the prices of the catalog's own day (its as_of), or of the day that a fixture names.",
            "A case covers a rule, bucket line or fallback that its decision comes to, a limit that lowers it, and a side of each condition that is asked.",
            "Ends with 1 where a case fails, a policy does not load, there is no case at all, too little is covered, or a mutant survives."
        })
final class Test implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Trust trust;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A folder of policies, or a policy's folder or file.")
    private List<Path> paths;

    @Mixin
    private CatalogOption catalog;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the report as JUnit XML too.")
    private @Nullable Path junit;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, or json. Default: text")
    private Format format = Format.text;

    @Mixin
    private TestOptions more;

    @Override
    public Integer call() throws Stopped, IOException {
        List<RunPaths.Ran> all = new RunPaths(trust.loader(), catalog.file(), null).run(paths);
        List<TestReport> reports = all.stream().map(RunPaths.Ran::report).toList();
        var judged = new JudgeTests(more).of(all);
        if (junit != null) {
            junit(reports, junit);
        }
        int cases = reports.stream().mapToInt(TestReport::cases).sum();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case json -> out.println(json(reports, judged));
            case text -> {
                out.print(text(reports, Palette.ofOutput()));
                judged.show(out, Palette.ofOutput());
                if (cases == 0) {
                    out.println("there is no case: write a test into the policy, or a fixture beside it");
                }
            }
        }
        out.flush();
        judged.write();
        return cases > 0 && reports.stream().allMatch(TestReport::passed) && judged.isEnough() ? 0 : 1;
    }

    private static String text(List<TestReport> reports, Palette palette) {
        var text = new StringBuilder();
        for (TestReport report : reports) {
            if (!report.problems().isEmpty()) {
                text.append(ShowDiagnostics.of(report.problems(), palette)).append('\n');
            }
        }
        for (TestReport report : reports) {
            String summary = TestReportText.summary(report);
            text.append(report.passed() ? palette.good(summary) : palette.bad(summary))
                    .append('\n');
        }
        return text.toString();
    }

    private static String json(List<TestReport> reports, Judged judged) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator out = JsonForms.factory().createGenerator(text)) {
            out.writeStartArray();
            for (TestReport report : reports) {
                out.writeStartObject();
                out.writeStringField("policy", report.policy());
                out.writeBooleanField("passed", report.passed());
                out.writeNumberField("cases", report.cases());
                out.writeNumberField("failures", report.failures());
                out.writeFieldName("diagnostics");
                DiagnosticJson.write(out, report.problems());
                judged.write(out, report.policy());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        return text.toString();
    }

    private static void junit(List<TestReport> reports, Path file) throws Stopped {
        try (Writer out = Files.newBufferedWriter(file)) {
            JUnitXml.write(out, reports);
        } catch (IOException e) {
            throw new Stopped("the report cannot be written to `" + file + "`: " + e.getMessage());
        }
    }
}
