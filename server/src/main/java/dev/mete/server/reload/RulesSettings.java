package dev.mete.server.reload;

import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.CompiledPolicy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where policies come from and what happens to them.
 *
 * @param root the folder that holds the folders of all policies
 * @param catalog the model catalog's file
 * @param state where the last good revisions are kept; null where they are not
 * @param finish what a loaded policy is wrapped in, such as a cache
 */
public record RulesSettings(
        Path root,
        Path catalog,
        @Nullable Path state,
        PolicyLoader loader,
        UnaryOperator<CompiledPolicy> finish,
        ReloadListener listener,
        InstantSource clock) {
    /** Policies of a folder with its own catalog, whose good revisions are kept. */
    public static RulesSettings of(Path root, @Nullable Path state, PolicyLoader loader) {
        Path absolute = root.toAbsolutePath().normalize();
        return new RulesSettings(
                absolute,
                absolute.resolve("catalog.json"),
                state,
                loader,
                UnaryOperator.identity(),
                ReloadListener.NONE,
                InstantSource.system());
    }
}
