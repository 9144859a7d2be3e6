package dev.mete.dsl.syntax;

import dev.mete.engine.diagnostic.Source;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy with all files that it includes, directly or not, each once. Immutable.
 *
 * @param isComplete whether every file was found and read; where not, a name that nothing has can be of a missing one
 */
public record PolicyFiles(PolicyFile main, List<PolicyFile> included, boolean isComplete) {
    public PolicyFiles {
        included = List.copyOf(included);
    }

    /** All files, the policy's own first. */
    public Stream<PolicyFile> all() {
        return Stream.concat(Stream.of(main), included.stream());
    }

    /** The items of one kind in all files, those of the policy's own file first. */
    public <T extends Item> Stream<T> items(Class<T> kind) {
        return all().flatMap(file -> file.items(kind));
    }

    /** What was read. */
    public List<Source> sources() {
        return all().map(PolicyFile::source).toList();
    }
}
