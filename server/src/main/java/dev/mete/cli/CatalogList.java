package dev.mete.cli;

import static dev.mete.cli.TextTable.Column.number;
import static dev.mete.cli.TextTable.Column.text;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the models of a catalog. */
@Command(
        name = "list",
        description = "List the models of the catalog, with what is known of each.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Prices are US dollars per million tokens. `speed`, `thinking` and `errors` name the efforts of which they are known."
        })
final class CatalogList implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog;

    @Mixin
    private AtOption at;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text for people, or json. Default: text")
    private Format format = Format.text;

    /** For the command line itself, which goes by the machine's clock. */
    CatalogList() {
        this(Clock.systemUTC());
    }

    CatalogList(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Stopped, IOException {
        Instant moment = at.moment(clock);
        Catalog models = CatalogFile.read(catalog.file()).at(moment);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case text -> out.print(table(models, day(moment)));
            case json -> out.println(ModelJson.of(models));
        }
        out.flush();
        return 0;
    }

    static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String table(Catalog models, LocalDate day) {
        var table = new TextTable(
                text("model"),
                number("context"),
                number("output"),
                number("$ in"),
                number("$ out"),
                text("efforts"),
                text("speed"),
                text("thinking"),
                text("errors"));
        for (Model model : models.models()) {
            Figures figures = model.figures();
            var prices = figures.prices();
            table.row(
                    model.id() + state(model, day),
                    Figure.whole(model.contextWindow()),
                    Figure.whole(model.outputLimit()),
                    prices == null ? "-" : Figure.dollars(prices.standard().input()),
                    prices == null ? "-" : Figure.dollars(prices.standard().output()),
                    words(model.efforts()),
                    words(figures.speeds().keySet()),
                    words(figures.lengths().keySet()),
                    words(figures.errors().rates().stream()
                            .map(rate -> rate.effort())
                            .collect(Collectors.toSet())));
        }
        return table.text(Palette.ofOutput());
    }

    private static String state(Model model, LocalDate day) {
        return model.lifecycle().isRetired(day)
                ? " (retired)"
                : model.lifecycle().deprecated() ? " (deprecated)" : "";
    }

    /** Efforts from the least to the most. */
    static String words(Collection<Effort> efforts) {
        return efforts.isEmpty()
                ? "-"
                : efforts.stream().sorted().map(Effort::word).collect(Collectors.joining(" "));
    }
}
