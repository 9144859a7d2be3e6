package dev.mete.cli;

import dev.mete.engine.policy.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the state of a service is kept, unless its user says: one folder for each folder of policies, below the user's own folder for state. */
final class StatePlace {
    private static final int DIGITS = 12;

    private StatePlace() {}

    static Path of(Path root) {
        String named = System.getenv("XDG_STATE_HOME");
        Path states = named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(named);
        String digest = Revision.of(root.toString().getBytes(StandardCharsets.UTF_8));
        int start = digest.indexOf(':') + 1;
        return states.resolve("mete").resolve(root.getFileName() + "-" + digest.substring(start, start + DIGITS));
    }
}
