package dev.mete.engine.policy;

import dev.mete.engine.diagnostic.Source;
import java.util.Map;

/**
 * The text of a policy and a way to the files that it includes. Immutable.
 *
 * @param main the policy's own text
 * @param includes finds an included file
 */
public record PolicySource(Source main, Includes includes) {
    /** Finds included files. */
    public interface Includes {
        /**
         * The file of a path as an author wrote it.
         *
         * @param from the source that includes it
         */
        Found find(Source from, String path);

        /** Includes nothing, for a text without a folder. */
        static Includes none() {
            return (_, _) -> new Found.Missing("a policy without a folder has no files to include");
        }

        /** Includes texts that are at hand, by the path as written. */
        static Includes of(Map<String, Source> files) {
            return (_, path) -> {
                Source source = files.get(path);
                return source != null ? new Found.File(source) : new Found.Missing("there is no such file");
            };
        }
    }

    /** What looking for an included file comes to. */
    public sealed interface Found {
        /** The file. */
        record File(Source source) implements Found {}

        /** No file, and why. */
        record Missing(String reason) implements Found {}
    }

    /** A text without a folder. */
    public static PolicySource of(Source main) {
        return new PolicySource(main, Includes.none());
    }
}
