package dev.mete.server.reload;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.load.PolicyFolder;
import dev.mete.engine.load.ReadText;
import dev.mete.server.reload.CatalogStatus.Good;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the model catalog again when its file has changed; a broken file leaves the catalog as it is. Not thread-safe. */
final class WatchCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(WatchCatalog.class);

    private final RulesSettings settings;
    private final ServedPolicies served;
    private @Nullable String applied;
    private @Nullable String lastSeen;

    WatchCatalog(RulesSettings settings, ServedPolicies served) {
        this.settings = settings;
        this.served = served;
    }

    /** Identifies the catalog in use. */
    String digest() {
        return served.catalog().inUse().map(good -> good.catalog().digest()).orElse("");
    }

    /** Looks at the file once. Returns whether it has changed and has yet to settle. */
    boolean look(LookAtRules looking, boolean isFirst) {
        String content = looking.content(settings.catalog());
        if (content.equals(applied)) {
            return false;
        }
        boolean isSettled = isFirst || content.equals(lastSeen);
        lastSeen = content;
        if (!isSettled) {
            return true;
        }
        applied = content;
        read();
        return false;
    }

    private void read() {
        Path file = settings.catalog();
        Path root = settings.root();
        String name = file.startsWith(root) ? PolicyFolder.displayName(root, file) : file.toString();
        switch (ReadText.of(file, name)) {
            case ReadText.Unreadable(Diagnostic diagnostic) -> failed(List.of(diagnostic));
            case ReadText.Text(Source source) -> read(source);
        }
    }

    private void read(Source source) {
        switch (CatalogJson.read(source)) {
            case CatalogReading.Failed(var diagnostics) -> failed(diagnostics);
            case CatalogReading.Read(var catalog) -> {
                Instant now = settings.clock().instant();
                use(new CatalogStatus(new Good(catalog.at(now), now, source), null));
                LOG.info(
                        "catalog {} has {} models",
                        source.name(),
                        catalog.models().size());
            }
        }
    }

    private void use(CatalogStatus status) {
        served.catalog(status);
        settings.listener().catalog(status);
    }

    private void failed(List<Diagnostic> diagnostics) {
        Good good = served.catalog().good();
        use(new CatalogStatus(good, new FailedLoad(settings.clock().instant(), diagnostics)));
        if (good == null) {
            LOG.error("there is no catalog: {}", DiagnosticLine.of(diagnostics));
        } else {
            LOG.warn("the catalog of {} stays in use: {}", good.loadedAt(), DiagnosticLine.of(diagnostics));
        }
    }
}
