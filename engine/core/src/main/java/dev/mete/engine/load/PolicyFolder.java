package dev.mete.engine.load;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the folder of one policy: {@code policy.<ending>}, {@code settings.properties}. Immutable.
 *
 * @param root the folder that holds the folders of all policies; included files must lie within it
 * @param ending the ending of the policy's file; null where there is none or more than one
 * @param main the policy's text; null where it could not be read
 * @param engine the engine that the settings name; null where they name none
 */
public record PolicyFolder(
        Path folder,
        Path root,
        @Nullable String ending,
        @Nullable Source main,
        @Nullable String engine,
        List<Diagnostic> diagnostics) {
    public PolicyFolder {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The policy's name as its folder says it; empty for the root of a file system, which has none. */
    public String name() {
        return name(folder);
    }

    static String name(Path folder) {
        Path name = folder.getFileName();
        return name == null ? "" : name.toString();
    }

    /** Where the fixtures of the policy lie, whether or not there are any. */
    public Path fixtures() {
        return folder.resolve("fixtures");
    }

    /** How a file below the root is called in messages. */
    public static String displayName(Path root, Path file) {
        Path shown = root.getFileName() == null ? root : root.getFileName();
        return shown.resolve(root.relativize(file)).toString().replace('\\', '/');
    }
}
