package dev.mete.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder of policies to write to, with the catalog of this repository. */
final class Rules {
    static final Path CATALOG = Path.of("..", "rules", "catalog.json");

    /** A task that fits the policies of these tests. */
    static final String TASK = "{\"task\":{\"type\":\"chat\",\"input_tokens\":100}}";

    private final Path root;

    Rules(Path root) {
        this.root = root;
        write("catalog.json", read(CATALOG));
    }

    Path root() {
        return root;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /** A policy that gives every chat the cap, so that an answer tells which text made it. */
    static String policy(String name, int cap) {
        return """
                policy %s

                models {
                  fast = "anthropic/claude-haiku-4-5"
                  deep = "anthropic/claude-opus-4-8"
                }

                bucket avoid when type is summarization
                bucket maybe otherwise

                rule "chat"
                  when type is chat
                  then fast, effort none, cap %d
                  fallback deep, effort none

                otherwise deep, effort none, cap 2_000
                """.formatted(name, cap);
    }

    Rules with(String name, int cap) {
        write(name + "/policy.mete", policy(name, cap));
        return this;
    }

    /** A policy that fails in the way of the text. */
    Rules faulty(String text) {
        write("faulty/policy.faulty", text);
        return this;
    }

    /** Writes a file the way that editors do: beside it, then into its place. */
    void write(String name, String text) {
        try {
            Path file = file(name);
            Files.createDirectories(file.getParent());
            Path next = Files.createTempFile(root.getParent(), "next", ".tmp");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
