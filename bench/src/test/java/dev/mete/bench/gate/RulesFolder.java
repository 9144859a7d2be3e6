package dev.mete.bench.gate;

import dev.mete.bench.workload.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder of policies with one policy in it, which is saved again and again. */
final class RulesFolder {
    /** The name of generated policies. */
    static final String POLICY = "generated";

    private final Path root;
    private final Path state;
    private final Path file;

    /** Makes a folder of policies within a folder that may hold more. */
    RulesFolder(Path within, String language) throws IOException {
        this.root = within.resolve("rules");
        this.state = within.resolve("state");
        this.file = Files.createDirectories(root.resolve(POLICY)).resolve("policy." + language);
        Files.writeString(root.resolve("catalog.json"), Models.json());
    }

    /** Starts a service on this folder. */
    MeteService serve() throws IOException {
        return serve("");
    }

    /** Starts a service on this folder, with options for Java. */
    MeteService serve(String javaOptions) throws IOException {
        return MeteService.start(root, state, POLICY, javaOptions);
    }

    /** Writes the file where it stands, as simple editors do. */
    void saveInPlace(String text) throws IOException {
        Files.writeString(file, text);
    }

    /** Writes a file beside it and moves that over it, as careful editors do. */
    void saveByMove(String text) throws IOException {
        Path beside = Files.writeString(file.resolveSibling("." + file.getFileName() + ".new"), text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
