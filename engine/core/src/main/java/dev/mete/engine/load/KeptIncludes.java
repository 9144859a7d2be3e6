package dev.mete.engine.load;

import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.policy.PolicySource.Found;
import dev.mete.engine.policy.PolicySource.Includes;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Finds included files among kept texts, by where they lay beside the file that includes them. Immutable. */
public record KeptIncludes(List<Source> sources) implements Includes {
    @Override
    public Found find(Source from, String path) {
        try {
            String name = Path.of(from.name())
                    .resolveSibling(path)
                    .normalize()
                    .toString()
                    .replace('\\', '/');
            return sources.stream()
                    .filter(source -> source.name().equals(name))
                    .findFirst()
                    .<Found>map(Found.File::new)
                    .orElseGet(() -> new Found.Missing("it was not kept"));
        } catch (InvalidPathException _) {
            return new Found.Missing("that is no path");
        }
    }
}
