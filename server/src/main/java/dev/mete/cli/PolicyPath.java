package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;

/** A policy as a user names it: its folder, its file, or a text that lies anywhere. */
sealed interface PolicyPath {
    /** A folder of a policy, below the folder of all policies. */
    record Folder(Path folder, Path root) implements PolicyPath {}

    /** A file outside of such a folder, or beside the policy of one. */
    record File(Path file, Path root) implements PolicyPath {}

    /** What a path means. */
    static PolicyPath of(Path path, PolicyLoader loader) throws Stopped {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (!Files.exists(absolute) || parent == null) {
            throw new Stopped("there is no policy `" + path + "`: name a policy's file or folder");
        }
        if (Files.isDirectory(absolute)) {
            return new Folder(absolute, parent);
        }
        String name = absolute.getFileName().toString();
        Path above = parent.getParent();
        boolean isPolicy = loader.endings().stream().anyMatch(ending -> name.equals("policy." + ending));
        return isPolicy && above != null
                ? new Folder(parent, above)
                : new File(absolute, above == null ? parent : above);
    }

    /** Reads the policy into the engine's own terms, without a proof of its claims. */
    default Compilation read(PolicyLoader loader, Catalog catalog) {
        return switch (this) {
            case Folder(Path folder, Path root) -> loader.read(loader.folder(folder, root), catalog);
            case File(Path file, Path root) -> loader.read(file, root, catalog);
        };
    }

    /** Loads the policy. */
    default Loading load(PolicyLoader loader, Catalog catalog) {
        return switch (this) {
            case Folder(Path folder, Path root) -> loader.load(loader.folder(folder, root), catalog);
            case File(Path file, Path root) -> loader.load(file, root, catalog);
        };
    }
}
