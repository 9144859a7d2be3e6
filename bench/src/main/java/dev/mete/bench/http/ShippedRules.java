package dev.mete.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The shipped policies as they are, and a copy without those in DRL. Immutable.
 *
 * @param all where they lie
 * @param withoutDrl where the copy lies
 */
public record ShippedRules(Path all, Path withoutDrl) {
    /** The policy in DRL. */
    static final String DRL = "support-desk";

    /** A task that every shipped policy decides. */
    public static final String TASK =
            "{\"type\":\"agentic\",\"error_cost_usd\":20,\"latency_tolerance_ms\":8000,\"input_tokens\":6000}";

    /** Copies the policies that are not in DRL. */
    public static ShippedRules of(Path root, Path folder) throws IOException {
        Path all = root.resolve("rules");
        Path copy = folder.resolve("rules");
        Files.walkFileTree(all, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (Files.exists(directory.resolve("policy.drl"))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(all.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, copy.resolve(all.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
        return new ShippedRules(all, copy);
    }

    /** Starts a service on the policies that are not in DRL. */
    public MeteService serveWithoutDrl(Path launcher, Path state) throws IOException {
        return MeteService.start(launcher, withoutDrl, state.resolve("state"), CodingTasks.POLICY, "");
    }

    /** {@link #TASK} as bytes. */
    static byte[] task() {
        return TASK.getBytes(StandardCharsets.UTF_8);
    }
}
