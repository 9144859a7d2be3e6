package dev.mete.server.reload;

import dev.mete.engine.load.PolicyFolder;
import java.nio.file.Path;
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
 * @param problem why the root could not be looked at; null where it could
 */
record RulesLook(
        Path root,
        SortedSet<String> folders,
        SortedMap<String, String> contents,
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

    /** What the names of all files in a policy's own folder start with. */
    String prefix(String folder) {
        return PolicyFolder.displayName(root, root.resolve(folder)) + "/";
    }
}
