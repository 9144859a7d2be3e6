package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.load.ReadText;
import dev.mete.engine.task.TaskSchema;
import dev.mete.simulate.advise.Advice;
import dev.mete.simulate.advise.AdviceText;
import dev.mete.simulate.advise.CallLog;
import dev.mete.simulate.advise.Settings;
import dev.mete.simulate.report.ReportJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says from a log of decisions and outcomes where thinking did not pay. */
@Command(
        name = "advise",
        description = "Say from a log of decisions and outcomes where thinking did not pay.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A line of the log is {\"task\": {...}, \"decision\": {...}, \"outcome\": {\"success\": true, ...}, \"at\": \"...\"}.",
            "docs/advise.md has all of it. Ends with 1 under --strict where a line was left out, and with 2 where there is no call."
        })
final class Advise implements Callable<Integer> {
    /** The forms; the names are what users write. */
    enum Form {
        text,
        json
    }

    private static final Path STANDARD_INPUT = Path.of("-");
    private static final int MOST_ATTEMPTS = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Trust trust;

    @Mixin
    private CatalogOption catalog;

    @Mixin
    private AtOption at;

    @Parameters(paramLabel = "LOG", description = "A file of lines of JSON; - for standard input.")
    private Path log = STANDARD_INPUT;

    @Option(names = "--policy", paramLabel = "POLICY", description = "The policy that decided, for its defaults.")
    private @Nullable Path policy;

    @Option(
            names = "--margin",
            paramLabel = "POINTS",
            defaultValue = "1",
            description = "More failures, in points, that are no loss where tasks tell no error cost. Default: 1")
    private double margin;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often a caller tries each model. Default: 3")
    private int attempts;

    @Option(names = "--per-day", paramLabel = "N", description = "Calls a day. Default: as in the log")
    private @Nullable Long perDay;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, or json. Default: text")
    private Form form = Form.text;

    @Option(names = "--strict", description = "End with 1 where a line was left out.")
    private boolean strict;

    @Override
    public Integer call() throws Stopped {
        check();
        var moment = at.moment(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS);
        Path near = policy != null ? policy : log.equals(STANDARD_INPUT) ? Path.of("") : log;
        Catalog models = FindCatalog.of(catalog.file(), near).at(moment);
        Advice advice = read(models);
        if (advice.log().requests() == 0) {
            throw new Stopped("there is no call in `" + advice.log().name() + "`: "
                    + advice.log().firstBroken().stream()
                            .findFirst()
                            .map(line -> "line " + line.line() + ": " + line.reason())
                            .orElse("write one call a line"));
        }
        write(advice, spec.commandLine().getOut());
        return strict && advice.log().broken() > 0 ? 1 : 0;
    }

    private void check() throws Stopped {
        if (!(margin > 0 && margin < 100)) {
            throw new Stopped("--margin is " + margin + ": it is more than 0 and less than 100 points");
        }
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new Stopped("--attempts is " + attempts + ": it goes from 1 to " + MOST_ATTEMPTS);
        }
        if (perDay != null && perDay < 1) {
            throw new Stopped("--per-day is " + perDay + ": there is at least one call a day");
        }
    }

    private Advice read(Catalog models) throws Stopped {
        TaskSchema schema = null;
        if (policy != null) {
            try (var loaded = LoadOne.of(
                    policy, models, trust.loader(), spec.commandLine().getErr())) {
                schema = loaded.schema();
            }
        }
        var settings = new Settings(margin / 100, attempts, perDay);
        boolean isInput = log.equals(STANDARD_INPUT);
        try (InputStream in = isInput ? System.in : Files.newInputStream(log)) {
            String name = isInput ? "standard input" : log.toString();
            return new CallLog(models, schema, settings).read(in, name);
        } catch (NoSuchFileException e) {
            throw new Stopped("there is no file `" + e.getFile() + "`: name a log, or - for standard input");
        } catch (IOException e) {
            throw new Stopped("the log `" + log + "` cannot be read: " + ReadText.reason(e));
        }
    }

    private void write(Advice advice, PrintWriter out) {
        var text = new StringWriter();
        try {
            switch (form) {
                case text -> text.write(AdviceText.of(advice));
                case json -> ReportJson.write(advice, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(text);
        out.flush();
    }
}
