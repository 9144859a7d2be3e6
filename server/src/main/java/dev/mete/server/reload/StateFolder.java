package dev.mete.server.reload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.load.KeptIncludes;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.load.ReadText;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicySource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last good revision of each policy on disk, with everything that decides: its texts and the catalog. One file for each policy, replaced in
 * one step, so that a crash leaves the old one or the new one.
 */
final class StateFolder {
    private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);
    private static final int VERSION = 2;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Path folder;
    private final PolicyLoader loader;
    private final UnaryOperator<CompiledPolicy> finish;

    StateFolder(Path folder, RulesSettings settings) {
        this.folder = folder;
        this.loader = settings.loader();
        this.finish = settings.finish();
    }

    /** A named text. */
    record Text(String name, String text) {
        static Text of(Source source) {
            return new Text(source.name(), source.text());
        }

        Source source() {
            return Source.of(name, text);
        }
    }

    /** All that a revision was made of, and the moment at whose prices; the policy's own text is the first of the sources. */
    record Kept(
            int version,
            String revision,
            String loadedAt,
            String ending,
            @Nullable String engine,
            List<Text> sources,
            Text catalog,
            String pricesAt) {}

    /** Keeps a revision. A disk that cannot be written is noted in the log, and nothing else. */
    void keep(String policy, Load.Good load, Instant loadedAt, CatalogStatus catalog) {
        CatalogStatus.Good models = catalog.good();
        if (models == null) {
            return;
        }
        var info = load.policy().info();
        var kept = new Kept(
                VERSION,
                info.revision(),
                loadedAt.toString(),
                load.ending(),
                load.engine(),
                info.sources().stream().map(Text::of).toList(),
                Text.of(models.source()),
                info.catalog().time().toString());
        try {
            Files.createDirectories(folder);
            Path next = Files.createTempFile(folder, policy + "-", ".tmp");
            try {
                Files.write(next, JSON.writeValueAsBytes(kept), StandardOpenOption.SYNC);
                Files.move(next, file(policy), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            LOG.warn("the good revision of {} cannot be kept in {}: {}", policy, folder, ReadText.reason(e));
        }
    }

    /** The kept revision of a policy, compiled again with the catalog and at the prices of its time. */
    Optional<Snapshot> restore(String policy) {
        Path file = file(policy);
        try {
            Kept kept = JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), Kept.class);
            return compile(policy, kept);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            LOG.warn("the kept revision in {} cannot be read: {}", file, e.getOriginalMessage());
        } catch (IOException e) {
            LOG.warn("the kept revision in {} cannot be read: {}", file, ReadText.reason(e));
        } catch (RuntimeException e) {
            LOG.warn("the kept revision in {} cannot be used", file, e);
        }
        return Optional.empty();
    }

    /** Forgets a policy that is gone. */
    void remove(String policy) {
        try {
            Files.deleteIfExists(file(policy));
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", file(policy), ReadText.reason(e));
        }
    }

    private Optional<Snapshot> compile(String policy, Kept kept) {
        if (kept.version() != VERSION) {
            LOG.warn("the kept revision of {} is of another version of Mete", policy);
            return Optional.empty();
        }
        if (!(CatalogJson.read(kept.catalog().source()) instanceof CatalogReading.Read(Catalog read))) {
            LOG.warn("the kept revision of {} has a catalog that this version of Mete cannot read", policy);
            return Optional.empty();
        }
        Catalog catalog = read.at(Instant.parse(kept.pricesAt()));
        var sources = kept.sources().stream().map(Text::source).toList();
        var source = new PolicySource(sources.getFirst(), new KeptIncludes(sources));
        return switch (loader.load(source, kept.ending(), kept.engine(), catalog)) {
            case Loading.Failed(var diagnostics, var _) -> {
                LOG.warn("the kept revision of {} does not load any more: {}", policy, DiagnosticLine.of(diagnostics));
                yield Optional.empty();
            }
            case Loading.Loaded(var loaded, var diagnostics, var _) -> {
                if (!loaded.info().revision().equals(kept.revision())) {
                    loaded.close();
                    LOG.warn("the kept revision of {} is not what it was when it was kept", policy);
                    yield Optional.empty();
                }
                yield Optional.of(
                        new Snapshot(finish.apply(loaded), catalog, Instant.parse(kept.loadedAt()), diagnostics, true));
            }
        };
    }

    private Path file(String policy) {
        return folder.resolve(policy + ".json");
    }
}
