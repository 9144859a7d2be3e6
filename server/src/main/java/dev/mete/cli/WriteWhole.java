package dev.mete.cli;

import dev.mete.engine.load.ReadText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes a file whole or not at all: beside its place first, then into it. */
final class WriteWhole {
    private WriteWhole() {}

    /**
     * Writes the text, and says by its name for people what could not be written.
     *
     * @param what names it for people, as in "the report"
     */
    static void to(Path file, String text, String what) throws Stopped {
        try {
            // a link stays one: what it leads to is replaced
            Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(place) && !Files.isRegularFile(place)) {
                Files.writeString(place, text);
                return;
            }
            Path next = place.resolveSibling(
                    "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            try {
                Files.writeString(
                        next, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                keepPermissions(place, next);
                Files.move(next, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new Stopped(what + " cannot be written to `" + file + "`: " + ReadText.reason(e)
                    + "; nothing there was changed");
        }
    }

    private static void keepPermissions(Path before, Path now) throws IOException {
        var view = Files.getFileAttributeView(now, PosixFileAttributeView.class);
        if (view != null && Files.exists(before)) {
            view.setPermissions(Files.getPosixFilePermissions(before));
        }
    }
}
