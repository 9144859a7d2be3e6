package dev.mete.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParseResult;

/** A command could not run, for a reason that its user can do something about. The message is one sentence. */
final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Stopped.class);

    Stopped(String message) {
        super(message);
    }

    /** Says in one sentence why a command could not run. Only a failure of Mete itself leaves its trace in the log. */
    static int handle(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof Stopped) {
            command.getErr().println("mete: " + e.getMessage());
        } else {
            LOG.error("{} failed", command.getCommandName(), e);
            command.getErr().println("mete: this is a failure of Mete itself; the line above has the details");
        }
        return ExitCode.USAGE;
    }
}
