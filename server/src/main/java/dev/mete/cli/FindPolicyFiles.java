package dev.mete.cli;

import dev.mete.dsl.MeteLanguage;
import dev.mete.engine.load.ReadText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the files in the Mete language that paths name: each of them once, hidden ones only where they are named themselves. */
final class FindPolicyFiles {
    private static final String ENDING = "." + MeteLanguage.ENDING;

    private final PrintWriter err;
    private final List<Path> found = new ArrayList<>();
    private final Set<Path> places = new HashSet<>();

    private FindPolicyFiles(PrintWriter err) {
        this.err = err;
    }

    /** The files in the order of the paths, those of a folder by name. Says of other files that they are left alone. */
    static List<Path> of(List<Path> paths, PrintWriter err) throws Stopped {
        var finding = new FindPolicyFiles(err);
        for (Path path : paths) {
            finding.find(path);
        }
        return finding.found;
    }

    private void find(Path path) throws Stopped {
        if (!Files.exists(path)) {
            throw new Stopped("there is nothing at `" + path
                    + "`: name a file, a policy's folder or a folder of policies, or - for standard input");
        }
        try {
            if (Files.isDirectory(path)) {
                folder(path);
            } else if (path.toString().endsWith(ENDING)) {
                add(path);
            } else {
                err.println("mete: `" + path + "` is left alone: only files that end in " + ENDING + " are formatted");
            }
        } catch (IOException e) {
            throw new Stopped("`" + path + "` cannot be read: " + ReadText.reason(e));
        }
    }

    private void folder(Path folder) throws IOException, Stopped {
        var inside = new ArrayList<Path>();
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path within, BasicFileAttributes attributes) {
                        return !within.equals(folder) && isHidden(within)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(ENDING) && !isHidden(file)) {
                            inside.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        if (inside.isEmpty()) {
            throw new Stopped("there is no file that ends in " + ENDING + " in `" + folder + "`");
        }
        inside.sort(null);
        for (Path file : inside) {
            add(file);
        }
    }

    private void add(Path file) throws IOException {
        // a link that leads nowhere has no other place; reading it says so
        if (places.add(Files.exists(file) ? file.toRealPath() : file)) {
            found.add(file);
        }
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }
}
