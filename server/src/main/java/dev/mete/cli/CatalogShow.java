package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.diagnostic.NearestName;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows all that a catalog says of one model, and what it does not say. */
@Command(
        name = "show",
        description = "Show all that the catalog says of a model, and what is impossible without what it does not say.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {"", "Ends with 1 where the catalog has no such model."})
final class CatalogShow implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "The model's id in the catalog.")
    private String id;

    @Mixin
    private CatalogOption catalog;

    @Mixin
    private AtOption at;

    /** For the command line itself, which goes by the machine's clock. */
    CatalogShow() {
        this(Clock.systemUTC());
    }

    CatalogShow(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws Stopped {
        Instant moment = at.moment(clock);
        Catalog models = CatalogFile.read(catalog.file()).at(moment);
        Optional<Model> model = models.model(id);
        if (model.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("mete: the catalog has no model `" + id + "`");
            NearestName.of(id, models.ids()).ifPresent(near -> err.println("did you mean `" + near + "`?"));
            return 1;
        }
        var palette = Palette.ofOutput();
        var entry = new EntryNotes(CatalogFile.of(catalog.file()), id);
        PrintWriter out = spec.commandLine().getOut();
        out.print(new ShowModel(model.get(), CatalogList.day(moment), palette).text());
        out.print(new ShowPrices(model.get().figures().prices(), models.schedule(id), moment).text());
        out.print(new ShowMeasures(model.get()).text());
        out.print(entry.text());
        out.print(Missing.text(model.get(), palette));
        out.flush();
        return 0;
    }
}
