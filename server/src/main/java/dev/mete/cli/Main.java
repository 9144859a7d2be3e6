package dev.mete.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
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
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "1:mistakes were found, or tests fail", "2:the command could not run"})
public final class Main implements Runnable {
    static final String VERSION = "mete 0.1.0";

    private static final List<Class<?>> COMMANDS = List.of(
            Serve.class,
            Decide.class,
            Check.class,
            Test.class,
            Prove.class,
            Diff.class,
            Fmt.class,
            Simulate.class,
            Advise.class,
            CatalogCommand.class);

    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        var output = new StandardOutput();
        PrintWriter out = output.writer();
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(args).setOut(out).setErr(err).execute(args);
        out.flush();
        System.exit(output.exit(code, err));
    }

    /** The command that the arguments begin with, ready to run; all commands where they begin with none. */
    static CommandLine commandLine(String... args) {
        var line = new CommandLine(new Main());
        // picocli reads the options of every command that it is given, which takes longer than to run some of them
        var named = COMMANDS.stream()
                .filter(command -> args.length > 0 && name(command).equals(args[0]))
                .findFirst();
        named.<List<Class<?>>>map(List::of)
                .orElse(COMMANDS)
                .forEach(command -> line.addSubcommand(name(command), command));
        return line.setExecutionExceptionHandler(Stopped::handle).setParameterExceptionHandler(Mistyped::handle);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name a command: " + COMMANDS.stream().map(Main::name).collect(Collectors.joining(", ")));
    }
}
