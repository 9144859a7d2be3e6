package dev.mete.engine.load;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the folder of one policy. Whatever is wrong with it becomes a diagnostic. Not thread-safe; used once. */
final class ReadFolder {
    static final String SETTINGS = "settings.properties";

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Path folder;
    private final Path root;
    private final Collection<String> endings;
    private final Collection<String> engines;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Span place;

    ReadFolder(Path folder, Path root, Collection<String> endings, Collection<String> engines) {
        this.folder = folder.toAbsolutePath().normalize();
        this.root = root.toAbsolutePath().normalize();
        this.endings = endings;
        this.engines = engines;
        this.place =
                Source.of(PolicyFolder.displayName(this.root, this.folder), "").start();
    }

    PolicyFolder read() {
        String name = PolicyFolder.name(folder);
        if (!KEBAB_CASE.matcher(name).matches()) {
            error(
                    "P0001",
                    "the folder `" + name + "` cannot name a policy",
                    "use lower-case words joined by hyphens, as in `support-desk`");
        }
        var files = policyFiles();
        String engine = engine();
        if (files.size() != 1) {
            return new PolicyFolder(folder, root, null, null, engine, found);
        }
        Path file = files.getFirst();
        String fileName = file.getFileName().toString();
        return new PolicyFolder(
                folder,
                root,
                fileName.substring(fileName.lastIndexOf('.') + 1),
                source(file).orElse(null),
                engine,
                found);
    }

    private List<Path> policyFiles() {
        var names = endings.stream().sorted().map(ending -> "policy." + ending).toList();
        List<Path> files;
        try (var listing = Files.list(folder)) {
            files = listing.filter(file -> names.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return unreadable(e);
        } catch (UncheckedIOException e) {
            return unreadable(Objects.requireNonNull(e.getCause()));
        }
        String either = String.join("` or `", names);
        if (files.isEmpty()) {
            error("P0003", "the folder has no policy", "put a file `" + either + "` into it");
        } else if (files.size() > 1) {
            error(
                    "P0004",
                    "the folder has " + files.size() + " policies: "
                            + String.join(
                                    ", ",
                                    files.stream()
                                            .map(file -> "`" + file.getFileName() + "`")
                                            .toList()),
                    "keep one of them; a folder holds one policy");
        }
        return files;
    }

    private List<Path> unreadable(IOException e) {
        error(
                "P0002",
                "the folder cannot be read: " + ReadText.reason(e),
                "check that it is there and who may read it");
        return List.of();
    }

    private Optional<Source> source(Path file) {
        return switch (ReadText.of(file, PolicyFolder.displayName(root, file))) {
            case ReadText.Text(Source source) -> Optional.of(source);
            case ReadText.Unreadable(Diagnostic diagnostic) -> {
                found.add(diagnostic);
                yield Optional.empty();
            }
        };
    }

    private @Nullable String engine() {
        Path file = folder.resolve(SETTINGS);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        return source(file).map(this::engine).orElse(null);
    }

    private @Nullable String engine(Source settings) {
        String engine = null;
        for (int line = 1; line <= settings.lines(); line++) {
            String text = settings.line(line);
            if (text.isBlank() || text.stripLeading().startsWith("#")) {
                continue;
            }
            int start = settings.lineStart(line);
            Span span = settings.span(start, start + text.length());
            String[] setting = text.split("=", 2);
            String key = setting[0].strip();
            String value = setting.length == 2 ? setting[1].strip() : "";
            if (!key.equals("engine")) {
                found.add(Diagnostic.error(
                        "P0006", span, "unknown setting `" + key + "`", "the only setting is `engine`"));
            } else if (!engines.contains(value)) {
                found.add(Diagnostic.error(
                        "P0007", span, "unknown engine `" + value + "`", NearestName.help(value, engines)));
            } else if (engine != null) {
                found.add(Diagnostic.error("P0006", span, "`engine` is set twice", "keep one of them"));
            } else {
                engine = value;
            }
        }
        return engine;
    }

    private void error(String code, String message, String help) {
        found.add(Diagnostic.error(code, place, message, help));
    }
}
