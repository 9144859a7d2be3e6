package dev.mete.server.reload;

import dev.mete.engine.load.PolicyFolder;
import dev.mete.engine.load.ReadText;
import dev.mete.engine.policy.Revision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at everything below the root. Reads a file again only where its size, time or identity has changed, or where it changed so lately that a
 * second change would leave the same time. Follows links; leaves out what is hidden. Not thread-safe.
 */
final class LookAtRules {
    /** Coarser than the times of any file system that is met: FAT counts in 2 seconds. */
    private static final Duration TIMES_MAY_REPEAT = Duration.ofSeconds(3);

    private static final int DEEPEST = 8;

    private final Path root;
    private final InstantSource clock;
    private Map<Path, Seen> before = Map.of();
    private SortedMap<String, Stamp> stamps = new TreeMap<>();

    LookAtRules(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    RulesLook look() {
        var folders = new TreeSet<String>();
        var contents = new TreeMap<String, String>();
        var now = new HashMap<Path, Seen>();
        stamps = new TreeMap<>();
        List<Path> entries;
        try (var listing = Files.list(root)) {
            entries = listing.filter(entry -> !isHidden(entry)).sorted().toList();
        } catch (IOException e) {
            return new RulesLook(root, folders, contents, stamps, ReadText.reason(e));
        }
        for (Path entry : entries) {
            if (Files.isRegularFile(entry)) {
                look(entry, now, contents);
            } else if (Files.isDirectory(entry) || Files.isSymbolicLink(entry)) {
                folders.add(entry.getFileName().toString());
                walk(entry, now, contents);
            }
        }
        before = now;
        return new RulesLook(root, folders, contents, stamps, null);
    }

    /** Identifies the content of one file that may lie anywhere. */
    String content(Path file) {
        var contents = new TreeMap<String, String>();
        var kept = new HashMap<>(before);
        look(file, kept, contents);
        before = kept;
        return contents.firstEntry().getValue();
    }

    private void walk(Path folder, Map<Path, Seen> now, SortedMap<String, String> contents) {
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
                    return isHidden(place) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isHidden(file) && attributes.isRegularFile()) {
                        look(file, now, contents);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    contents.put(name(file), ReadText.reason(e));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            contents.put(name(folder), ReadText.reason(e));
        }
    }

    private void look(Path file, Map<Path, Seen> now, SortedMap<String, String> contents) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                contents.put(name(file), "no file");
                return;
            }
            Stamp stamp = Stamp.of(file, attributes);
            Seen seen = before.get(file);
            if (seen == null || !seen.isCertainly(stamp)) {
                seen = new Seen(
                        stamp,
                        clock.instant().minus(TIMES_MAY_REPEAT).isAfter(stamp.latest()),
                        content(file, attributes.size()));
            }
            now.put(file, seen);
            contents.put(name(file), seen.content());
            stamps.put(name(file), stamp);
        } catch (IOException e) {
            contents.put(name(file), ReadText.reason(e));
        }
    }

    /** Beyond the size that anything reads, the size alone tells. */
    private static String content(Path file, long size) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return size + " " + Revision.of(in.readNBytes(ReadText.LARGEST_FILE + 1));
        }
    }

    private String name(Path file) {
        return file.startsWith(root) ? PolicyFolder.displayName(root, file) : file.toString();
    }

    private boolean isHidden(Path entry) {
        return !entry.equals(root) && entry.getFileName().toString().startsWith(".");
    }

    /** A file when it was last read. Its time is telling only where it was old enough then. */
    private record Seen(Stamp stamp, boolean isTimeTelling, String content) {
        boolean isCertainly(Stamp now) {
            return isTimeTelling && stamp.equals(now);
        }
    }
}
