package dev.mete.cli;

import dev.mete.engine.diagnostic.NearestName;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments in a sentence or two, with the nearest name of a command or an option. */
final class Mistyped {
    private Mistyped() {}

    static int handle(ParameterException e, String... args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String written = unmatched.getUnmatched().getFirst();
            boolean isOption = written.startsWith("-");
            String kind = isOption ? "option" : command.getSubcommands().isEmpty() ? "argument" : "command";
            err.println("mete: unknown " + kind + " `" + written + "`");
            List<String> known = isOption
                    ? options(command)
                    : List.copyOf(command.getSubcommands().keySet());
            NearestName.of(written.split("=", 2)[0], known)
                    .ifPresent(near -> err.println("did you mean `" + near + "`?"));
        } else {
            err.println("mete: " + e.getMessage());
        }
        err.println("`" + command.getCommandSpec().qualifiedName() + " --help` shows what there is");
        return ExitCode.USAGE;
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .map(CommandLine.Model.OptionSpec::longestName)
                .toList();
    }
}
