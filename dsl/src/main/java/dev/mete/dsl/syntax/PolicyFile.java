package dev.mete.dsl.syntax;

import dev.mete.engine.diagnostic.Source;
import java.util.List;
import java.util.stream.Stream;

/** One file of a policy: its items in the order of the text. Immutable. */
public record PolicyFile(Source source, List<Item> items) {
    public PolicyFile {
        items = List.copyOf(items);
    }

    /** The items of one kind. */
    public <T extends Item> Stream<T> items(Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast);
    }
}
