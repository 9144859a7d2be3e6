package dev.mete.cli;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.json.imports.ImportReport;
import dev.mete.engine.json.imports.NewCatalog;
import dev.mete.engine.json.imports.PriceMap;
import dev.mete.engine.json.imports.PriceMapFailure;
import dev.mete.engine.json.imports.PriceMapModels;
import dev.mete.engine.json.imports.ReadPriceMap;
import dev.mete.engine.json.imports.UpdatedCatalog;
import dev.mete.engine.load.ReadText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a catalog of a price map, or takes the prices of one into a catalog. */
@Command(
        name = "import",
        description = "Read a price map that is kept in common, and write what it says as a catalog.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "FORMAT is litellm, models.dev or genai-prices; left out, the file's content tells it.",
            "What the file does not say is left out and reported; nothing is guessed.",
            "Ends with 1 where no model could be taken, with 2 where a file cannot be read or written."
        })
final class CatalogImport implements Callable<Integer> {
    /** A mistake of the import would be one of every entry. */
    private static final int MOST_SHOWN = 10;

    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..2",
            paramLabel = "[FORMAT] FILE",
            hideParamSyntax = true,
            description = "The form of the price map, and its file.")
    private List<String> formatAndFile;

    @Option(
            names = "--models",
            arity = "1..*",
            split = ",",
            paramLabel = "PATTERN",
            description =
                    "Only these models, by their id or their name in the file; * stands for any signs. Comes after FILE.")
    private List<String> patterns = List.of();

    @Option(
            names = "--into",
            paramLabel = "CATALOG",
            description = "Take prices and other figures that change with time into this catalog; all else stays.")
    private @Nullable Path into;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the catalog to a file. Default: standard output, or the catalog of --into")
    private @Nullable Path output;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write all that could not be carried over to a file. Default: counts to standard error")
    private @Nullable Path report;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The day that the figures are of. Default: today")
    private @Nullable String date;

    @Option(
            names = "--api",
            paramLabel = "PROVIDER=DIALECT",
            description = "How a provider that Mete does not know is spoken to, as in groq=openai.chat.")
    private Map<String, String> dialects = new HashMap<>();

    /** For the command line itself, which goes by the machine's clock. */
    CatalogImport() {
        this(Clock.systemUTC());
    }

    CatalogImport(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Stopped {
        Path file = Path.of(formatAndFile.getLast());
        LocalDate day = day();
        PriceMapModels models = read(file);
        if (into != null) {
            Source catalog = catalog(into);
            var updated = UpdatedCatalog.of(catalog, models, day);
            return finish(updated.report(), updated.text(), output == null ? into : output);
        }
        var made = NewCatalog.of(models, day);
        return finish(made.report(), made.text(), output);
    }

    private LocalDate day() throws Stopped {
        try {
            return date == null ? LocalDate.now(clock) : LocalDate.parse(date);
        } catch (DateTimeParseException _) {
            throw new Stopped("`" + date + "` is no day: write it as 2027-01-31");
        }
    }

    private PriceMapModels read(Path file) throws Stopped {
        var reader = new ReadPriceMap(dialects());
        try {
            PriceMap form = form(reader, file);
            PriceMapModels all = reader.read(file, form);
            for (String pattern : patterns) {
                if (all.matching(List.of(pattern)).size() == 0) {
                    throw new Stopped("no model of `" + file + "` fits `" + pattern + "`"
                            + all.nearest(pattern)
                                    .map(near -> ": did you mean `" + near + "`?")
                                    .orElse(""));
                }
            }
            return all.matching(patterns);
        } catch (PriceMapFailure e) {
            throw new Stopped("the price map `" + file + "` cannot be read: " + e.getMessage());
        }
    }

    private PriceMap form(ReadPriceMap reader, Path file) throws Stopped, PriceMapFailure {
        if (formatAndFile.size() > 1) {
            String word = formatAndFile.getFirst();
            return PriceMap.of(word)
                    .orElseThrow(() -> new Stopped("there is no price map of the form `" + word + "`: "
                            + NearestName.help(word, PriceMap.words())));
        }
        PriceMap guessed = reader.guess(file)
                .orElseThrow(() -> new Stopped("`" + file + "` is of no form that is known: name one of "
                        + String.join(", ", PriceMap.words()) + " before the file"));
        spec.commandLine().getErr().println("`" + file + "` is read as " + guessed.word() + ", by its content");
        return guessed;
    }

    private Map<String, ApiDialect> dialects() throws Stopped {
        var known = new HashMap<String, ApiDialect>();
        for (var said : dialects.entrySet()) {
            String word = said.getValue();
            known.put(
                    said.getKey(),
                    ApiDialect.of(word)
                            .orElseThrow(() -> new Stopped("there is no API dialect `" + word + "`: "
                                    + NearestName.help(word, ApiDialect.words()))));
        }
        return known;
    }

    /** The text of the catalog to update, in which nothing is wrong. */
    private static Source catalog(Path file) throws Stopped {
        return switch (ReadText.of(file, file.toString())) {
            case ReadText.Text(Source source) -> {
                checked(source, "the catalog cannot be used");
                yield source;
            }
            case ReadText.Unreadable(var diagnostic) ->
                throw new Stopped(
                        "the catalog cannot be used\n" + ShowDiagnostics.of(List.of(diagnostic), Palette.PLAIN));
        };
    }

    private static void checked(Source source, String otherwise) throws Stopped {
        if (CatalogJson.read(source) instanceof CatalogReading.Failed(var diagnostics)) {
            var first = diagnostics.subList(0, Math.min(MOST_SHOWN, diagnostics.size()));
            throw new Stopped(otherwise + "\n" + ShowDiagnostics.of(first, Palette.PLAIN) + "\n"
                    + ShowDiagnostics.count(diagnostics));
        }
    }

    private int finish(ImportReport imported, String text, @Nullable Path target) throws Stopped {
        PrintWriter err = spec.commandLine().getErr();
        if (report == null) {
            err.print(imported.summary());
        } else {
            WriteWhole.to(report, imported.whole(), "the report");
            err.println(imported.headline());
        }
        err.flush();
        if (imported.taken() == 0) {
            err.println("mete: there is no model to write" + hint());
            return 1;
        }
        checked(
                Source.of(Optional.ofNullable(target).map(Path::toString).orElse("the new catalog"), text),
                "what was made of the price map is no catalog, and was not written");
        if (target == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
        } else {
            WriteWhole.to(target, text, "the catalog");
        }
        return 0;
    }

    private String hint() {
        return into == null && formatAndFile != null ? "; prices alone go into a catalog with --into" : "";
    }
}
