package dev.mete.bench.http;

import dev.mete.bench.workload.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder of policies with one policy in it, which is saved again and again. */
public final class RulesFolder {
    /** The name of generated policies. */
    private static final String POLICY = "generated";

    private final Path root;
    private final Path state;
    private final Path file;

    /** Makes a folder of policies within a folder that may hold more. */
    public RulesFolder(Path within, String language) throws IOException {
        this.root = within.resolve("rules");
        this.state = within.resolve("state");
        this.file = Files.createDirectories(root.resolve(POLICY)).resolve("policy." + language);
        Files.writeString(root.resolve("catalog.json"), Models.json());
    }

    /**
     * Starts a service on this folder.
     *
     * @param launcher the folder of the launcher
     * @param javaOptions options for Java, beside the launcher's own
     */
    public MeteService serve(Path launcher, String javaOptions) throws IOException {
        return MeteService.start(launcher, root, state, POLICY, javaOptions);
    }

    /** Writes the file where it stands, as simple editors do. */
    public void saveInPlace(String text) throws IOException {
        Files.writeString(file, text);
    }

    /** Writes a file beside it and moves that over it, as careful editors do. */
    public void saveByMove(String text) throws IOException {
        Path beside = Files.writeString(file.resolveSibling("." + file.getFileName() + ".new"), text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
