package dev.mete.cli;

import dev.mete.dsl.format.FormatPolicy;
import dev.mete.dsl.format.Formatting;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.load.ReadText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts policy files into the canonical layout. */
@Command(
        name = "fmt",
        description = "Put policy files into the one canonical layout.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Only line breaks, indents and blanks change: every word and every comment stays, or the file does. A file with a mistake in its syntax is",
            "left as it is, and so are files of Drools, fixtures and catalogs.",
            "Ends with 1 where a file has such a mistake, and with --check or --diff where one would change."
        })
final class Fmt implements Callable<Integer> {
    private static final String INPUT = "-";
    private static final String INPUT_NAME = "standard input";

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "A .mete file, a policy's folder, a folder of policies, or - from standard input to standard output.")
    private List<Path> paths;

    @Option(names = "--check", description = "Write nothing; name the files that would change.")
    private boolean checks;

    @Option(names = "--diff", description = "Write nothing; print what would change as a unified diff.")
    private boolean diffs;

    private int exit;
    private int changed;

    @Override
    public Integer call() throws Stopped {
        if (paths.contains(Path.of(INPUT))) {
            input();
        } else {
            files();
        }
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().flush();
        return exit;
    }

    private void input() throws Stopped {
        if (paths.size() > 1) {
            throw new Stopped("- stands for standard input and goes alone: name no other path beside it");
        }
        try {
            byte[] bytes = System.in.readNBytes(ReadText.LARGEST_FILE + 1);
            var text = formatted(ReadText.of(bytes, INPUT_NAME), INPUT_NAME);
            if (text.isPresent() && (checks || diffs)) {
                show(INPUT_NAME, new String(bytes, StandardCharsets.UTF_8), text.get());
            } else {
                text.ifPresent(spec.commandLine().getOut()::print);
            }
        } catch (IOException e) {
            throw new Stopped("standard input cannot be read: " + ReadText.reason(e));
        }
    }

    private void files() throws Stopped {
        PrintWriter out = spec.commandLine().getOut();
        var files = FindPolicyFiles.of(paths, spec.commandLine().getErr());
        for (Path file : files) {
            file(file);
        }
        if (!diffs && !files.isEmpty()) {
            String verb = checks ? " would change" : " formatted";
            out.println(changed + " of " + ShowDiagnostics.number(files.size(), "file") + verb);
        }
    }

    private void file(Path file) throws Stopped {
        String name = file.toString();
        // the first reading says why a file cannot be read, whatever it is
        if (ReadText.of(file, name) instanceof ReadText.Unreadable(Diagnostic diagnostic)) {
            mistakes(List.of(diagnostic));
            return;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String before = new String(bytes, StandardCharsets.UTF_8);
            var text = formatted(ReadText.of(bytes, name), name);
            if (text.isEmpty() || text.get().equals(before)) {
                return;
            }
            if (!checks && !diffs) {
                WriteWhole.to(file, text.get(), "the formatted policy");
            }
            show(name, before, text.get());
        } catch (IOException e) {
            throw new Stopped("`" + file + "` cannot be read: " + ReadText.reason(e));
        }
    }

    /** The text in its layout; nothing where there is none, which is told. */
    private Optional<String> formatted(ReadText read, String name) {
        return switch (read) {
            case ReadText.Unreadable(var diagnostic) -> mistakes(List.of(diagnostic));
            case ReadText.Text(Source source) ->
                switch (FormatPolicy.of(source)) {
                    case Formatting.Formatted(var text) -> Optional.of(text);
                    case Formatting.Unreadable(var diagnostics) -> mistakes(diagnostics);
                    case Formatting.Refused(var reason) -> {
                        spec.commandLine()
                                .getErr()
                                .println("mete: `" + name + "` is left as it is: " + reason
                                        + "; this is a failure of Mete itself");
                        exit = ExitCode.USAGE;
                        yield Optional.empty();
                    }
                };
        };
    }

    /** Says what is, or would be, another text. */
    private void show(String name, String before, String after) {
        if (before.equals(after)) {
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        changed++;
        exit = checks || diffs ? Math.max(exit, 1) : exit;
        if (diffs) {
            out.print(LayoutDiff.of(name, before, after));
        } else {
            out.println((checks ? "would change " : "formatted ") + name);
        }
    }

    private Optional<String> mistakes(List<Diagnostic> diagnostics) {
        spec.commandLine().getErr().println(ShowDiagnostics.of(diagnostics, Palette.PLAIN));
        exit = Math.max(exit, 1);
        return Optional.empty();
    }
}
