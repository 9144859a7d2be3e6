package dev.mete.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands about the model catalog. */
@Command(
        name = "catalog",
        description = "Show, check and fill the model catalog.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        subcommands = {CatalogList.class, CatalogShow.class, CatalogCheck.class, CatalogImport.class})
final class CatalogCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name a command: catalog "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
