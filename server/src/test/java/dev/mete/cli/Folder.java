package dev.mete.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of policies for one test, with the catalog of this repository. */
record Folder(Path root) {
    static final String POLICY = """
            policy demo
            models { fast = "anthropic/claude-haiku-4-5" }
            bucket avoid when type is summarization
            bucket maybe otherwise
            rule "long answers are cut" when output_tokens > 4_000 then fast, effort none, cap 5_000
            otherwise fast, effort none, cap 600
            test "a chat is short"
              given  type chat, input_tokens 100
              expect cap 600
            """;

    static Folder of(Path root) {
        try {
            Files.copy(Path.of("..", "rules", "catalog.json"), root.resolve("catalog.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Folder(root).with("demo/policy.mete", POLICY);
    }

    Folder with(String name, String text) {
        write(name, text);
        return this;
    }

    Path write(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return root.resolve(name);
    }
}
