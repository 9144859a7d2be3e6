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

/**
 * Finds included files beside the file that includes them, but never outside of the root. A file that is reached by two paths is one source. Not
 * thread-safe.
 */
final class FolderIncludes implements Includes {
    private static final Found OUTSIDE = new Found.Missing("it lies outside of the folder of all policies");

    private final Path root;
    private final Source main;
    private final Path mainFile;
    private final Map<String, Path> places = new HashMap<>();
    private final Map<Path, Found> read = new HashMap<>();

    FolderIncludes(Path root, Source main, Path mainFile) {
        this.root = root;
        this.main = main;
        this.mainFile = mainFile;
        places.put(main.name(), mainFile);
    }

    @Override
    public Found find(Source from, String path) {
        Path place = places.get(from.name());
        if (place == null) {
            return new Found.Missing("its place is not known");
        }
        try {
            Path file = place.resolveSibling(path).normalize();
            // outside of the root, not even whether a file exists is told
            if (!file.startsWith(root)) {
                return OUTSIDE;
            }
            Path real = file.toRealPath();
            if (!real.startsWith(root.toRealPath())) {
                return OUTSIDE;
            }
            return real.equals(mainFile.toRealPath())
                    ? new Found.File(main)
                    : read.computeIfAbsent(real, _ -> read(file));
        } catch (InvalidPathException e) {
            return new Found.Missing("that is no path");
        } catch (IOException e) {
            return new Found.Missing(ReadText.reason(e));
        }
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
