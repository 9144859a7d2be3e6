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
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Arrays.stream(arguments).map(Ran::argument).toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }

    private static String argument(Object argument) {
        return argument instanceof Path path ? path.toString() : argument.toString();
    }
}
