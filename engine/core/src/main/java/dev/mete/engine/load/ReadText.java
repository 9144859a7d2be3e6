package dev.mete.engine.load;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads a UTF-8 file of bounded size, or says why it cannot be read. */
public sealed interface ReadText {
    /** The largest file, in bytes. Languages have limits of their own below it. */
    int LARGEST_FILE = 8 << 20;

    /** Why a symbolic link that leads to itself cannot be read. */
    String CIRCLE = "its links lead in a circle";

    /** The text, without a byte order mark, line ends as {@code \n}. */
    record Text(Source source) implements ReadText {}

    /** Why there is no text. */
    record Unreadable(Diagnostic diagnostic) implements ReadText {}

    /** Reads a file under the name that messages show. */
    static ReadText of(Path file, String name) {
        byte[] bytes;
        try {
            bytes = bytes(file);
        } catch (IOException e) {
            return unreadable(
                    "P0008",
                    name,
                    "the file cannot be read: " + reason(e),
                    "check that it is there and who may read it");
        }
        return of(bytes, name);
    }

    /** Reads the bytes of a file under the name that messages show. */
    static ReadText of(byte[] bytes, String name) {
        if (bytes.length > LARGEST_FILE) {
            return unreadable(
                    "P0009",
                    name,
                    "the file is larger than 8 MiB",
                    "look whether it is the right file: policies, fixtures and catalogs are far smaller");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return new Text(Source.of(name, unmarked.replace("\r\n", "\n")));
        } catch (CharacterCodingException e) {
            return unreadable("P0010", name, "the file is not UTF-8", "save it as UTF-8");
        }
    }

    /** Why a file could not be read, in words. */
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "it is no folder";
            case FileSystemLoopException _ -> CIRCLE;
            // POSIX's words for ELOOP, to which Java adds some of its own
            case FileSystemException f
            when f.getReason() != null ->
                f.getReason().startsWith("Too many levels of symbolic links") ? CIRCLE : f.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** The bytes of a regular file. Opening anything else, such as a pipe, can wait for ever. */
    private static byte[] bytes(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            String reason = attributes.isDirectory() ? "it is a folder" : "it is no regular file";
            throw new FileSystemException(file.toString(), null, reason);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_FILE + 1);
        }
    }

    private static ReadText unreadable(String code, String name, String message, String help) {
        return new Unreadable(Diagnostic.error(code, Source.of(name, "").start(), message, help));
    }
}
