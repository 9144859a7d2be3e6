package dev.mete.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code mete}: parses the arguments and ends the process with the command's exit code. */
@Command(
        name = "mete",
        description = "Policy as code for LLM compute: which model, how much effort, how many tokens, per task.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        subcommands = {
            Serve.class,
            Decide.class,
            Check.class,
            Test.class,
            Simulate.class,
            Advise.class,
            CatalogCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "1:mistakes were found, or tests fail", "2:the command could not run"})
public final class Main implements Runnable {
    static final String VERSION = "mete 0.1.0";

    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        var output = new StandardOutput();
        PrintWriter out = output.writer();
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine().setOut(out).setErr(err).execute(args);
        out.flush();
        System.exit(output.exit(code, err));
    }

    /** All commands, ready to run. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Stopped::handle)
                .setParameterExceptionHandler(Mistyped::handle);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name a command: serve, decide, check, test, simulate, advise or catalog");
    }
}
