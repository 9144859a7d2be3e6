package dev.mete.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

/** A command that ran within this process. */
record Ran(int exit, String out, String err) {
    /** Runs a command. */
    static Ran mete(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] args = Arrays.stream(arguments).map(Ran::argument).toArray(String[]::new);
        int exit = Main.commandLine(args)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
        return new Ran(exit, out.toString(), err.toString());
    }

    private static String argument(Object argument) {
        return argument instanceof Path path ? path.toString() : argument.toString();
    }
}
