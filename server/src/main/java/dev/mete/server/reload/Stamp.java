package dev.mete.server.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says about a file, from which follows whether it has been written. Immutable.
 *
 * @param time when it was last written, which whoever writes it can set: archives and images give all files the same
 * @param changed when anything of it was last changed, which nobody can set; the same as the time where there is no such thing
 * @param key which file it is, under whatever name
 */
record Stamp(
        long size,
        FileTime time,
        FileTime changed,
        @Nullable Object key) {
    private static final String CHANGED = "unix:ctime";

    static Stamp of(Path file, BasicFileAttributes attributes) throws IOException {
        FileTime time = attributes.lastModifiedTime();
        return new Stamp(attributes.size(), time, changed(file, time), attributes.fileKey());
    }

    /** When it was last touched in any way. */
    Instant latest() {
        return (time.compareTo(changed) > 0 ? time : changed).toInstant();
    }

    private static FileTime changed(Path file, FileTime time) throws IOException {
        try {
            return Files.getAttribute(file, CHANGED) instanceof FileTime changed ? changed : time;
        } catch (UnsupportedOperationException | IllegalArgumentException _) {
            return time;
        }
    }
}
