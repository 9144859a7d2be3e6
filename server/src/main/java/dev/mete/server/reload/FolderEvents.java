package dev.mete.server.reload;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes up early when something below the root changes. Only a hint: a file system without events, or a limit of the system, makes it wait its full
 * time, and whoever waits looks for himself.
 */
final class FolderEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderEvents.class);
    private static final int DEEPEST = 8;

    private final Path root;
    private final @Nullable WatchService service;

    FolderEvents(Path root) {
        this.root = root;
        this.service = open(root);
    }

    private static @Nullable WatchService open(Path root) {
        try {
            return root.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("no events of the file system for {}: {}; changes are looked for instead", root, e.getMessage());
            return null;
        }
    }

    /** Watches every folder there is now. A folder that is watched already stays so. */
    void watch() {
        if (service == null) {
            return;
        }
        WatchService watching = service;
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    folder.register(
                            watching,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (ClosedWatchServiceException _) {
            // closed meanwhile: there is nothing to watch for any more
        } catch (IOException e) {
            LOG.debug("a folder below {} cannot be watched: {}", root, e.getMessage());
        }
    }

    /** Waits for a change, at most for the given time. Returns whether there was one. */
    boolean await(Duration most) throws InterruptedException {
        if (service == null) {
            Thread.sleep(most);
            return false;
        }
        try {
            WatchKey key = service.poll(most.toNanos(), TimeUnit.NANOSECONDS);
            boolean hasChanged = key != null;
            while (key != null) {
                key.pollEvents();
                key.reset();
                key = service.poll();
            }
            return hasChanged;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                LOG.debug("closing the watch: {}", e.getMessage());
            }
        }
    }
}
