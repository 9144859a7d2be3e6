package dev.mete.engine.load;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.policy.PolicySource.Found;
import dev.mete.engine.policy.PolicySource.Includes;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Finds included files beside the file that includes them, but never outside of the root. Remembers what it read. Not thread-safe. */
final class FolderIncludes implements Includes {
    private final Path root;
    private final Map<String, Path> places = new HashMap<>();
    private final Map<Path, Found> read = new HashMap<>();

    FolderIncludes(Path root, Source main, Path mainFile) {
        this.root = root;
        places.put(main.name(), mainFile);
    }

    @Override
    public Found find(Source from, String path) {
        Path place = places.get(from.name());
        if (place == null) {
            return new Found.Missing("its place is not known");
        }
        Path file;
        try {
            file = place.resolveSibling(path).normalize();
            Path real = file.toRealPath();
            if (!file.startsWith(root) || !real.startsWith(root.toRealPath())) {
                return new Found.Missing("it lies outside of the folder of all policies");
            }
        } catch (InvalidPathException e) {
            return new Found.Missing("that is no path");
        } catch (IOException e) {
            return new Found.Missing(ReadText.reason(e));
        }
        return read.computeIfAbsent(file, this::read);
    }

    private Found read(Path file) {
        String name = PolicyFolder.displayName(root, file);
        return switch (ReadText.of(file, name)) {
            case ReadText.Text(Source source) -> {
                places.put(name, file);
                yield new Found.File(source);
            }
            case ReadText.Unreadable(Diagnostic diagnostic) -> new Found.Missing(diagnostic.message());
        };
    }
}
