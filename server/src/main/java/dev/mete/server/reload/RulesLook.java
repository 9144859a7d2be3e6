package dev.mete.server.reload;

import dev.mete.engine.load.PolicyFolder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What lay below the root at one moment. Immutable.
 *
 * @param folders the folders that should hold a policy each
 * @param contents each file, by the name that messages show, with what identifies its content
 * @param stamps what the file system says about each of them
 * @param problem why the root could not be looked at; null where it could
 */
record RulesLook(
        Path root,
        SortedSet<String> folders,
        SortedMap<String, String> contents,
        SortedMap<String, Stamp> stamps,
        @Nullable String problem) {

    /** The files of some names. */
    SortedMap<String, String> contents(Predicate<String> isWanted) {
        var wanted = new TreeMap<String, String>();
        contents.forEach((name, content) -> {
            if (isWanted.test(name)) {
                wanted.put(name, content);
            }
        });
        return wanted;
    }

    /** Whether some files have not been touched between this look and a later one. */
    boolean isUntouched(RulesLook later, Predicate<String> isWanted) {
        return later.problem == null
                && contents(isWanted).equals(later.contents(isWanted))
                && contents(isWanted).keySet().stream()
                        .allMatch(name -> Objects.equals(stamps.get(name), later.stamps.get(name)));
    }

    /** What the names of all files in a policy's own folder start with. */
    String prefix(String folder) {
        return PolicyFolder.displayName(root, root.resolve(folder)) + "/";
    }
}
