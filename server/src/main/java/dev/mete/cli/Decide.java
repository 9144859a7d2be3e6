package dev.mete.cli;

import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.server.decide.Answer;
import dev.mete.server.decide.AnswerStream;
import dev.mete.server.decide.AnswerTask;
import dev.mete.server.decide.Body;
import dev.mete.server.decide.DecisionListener;
import dev.mete.server.decide.Form;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides one task, or each line of a stream. */
@Command(
        name = "decide",
        description = "Decide a task by a policy.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A task is a JSON object of features, or {\"task\": {...}} as it is posted to the service.",
            "Lines of JSON (.ndjson, .jsonl, or standard input) are answered line by line."
        })
final class Decide implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Trust trust;

    @Parameters(index = "0", paramLabel = "POLICY", description = "A policy's file or folder.")
    private Path policy;

    @Parameters(index = "1", paramLabel = "TASK", description = "A file with a task; - for standard input.")
    private String task;

    @Option(names = "--explain", description = "Say why, line by line.")
    private boolean explain;

    @Mixin
    private CatalogOption catalog;

    @Mixin
    private AtOption at;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text for people, or json as the service answers. Default: text, and json for lines")
    private @Nullable Format format;

    private final AnswerTask answering = new AnswerTask(DecisionListener.NONE);

    @Override
    public Integer call() throws Stopped {
        try (CompiledPolicy loaded = LoadOne.of(
                        policy,
                        catalog.file(),
                        at.moment(Clock.systemUTC()),
                        trust.loader(),
                        spec.commandLine().getErr());
                InputStream in =
                        new BufferedInputStream(task.equals("-") ? System.in : Files.newInputStream(Path.of(task)))) {
            return isLines(in) ? lines(loaded, in) : single(loaded, in);
        } catch (NoSuchFileException _) {
            throw new Stopped("there is no file `" + task + "`: name a file with a task, or - for standard input");
        } catch (IOException e) {
            throw new Stopped("the task cannot be read: " + e.getMessage());
        }
    }

    private boolean isLines(InputStream in) throws IOException {
        return task.endsWith(".ndjson") || task.endsWith(".jsonl") || (task.equals("-") && TaskForm.isLine(in));
    }

    private int single(CompiledPolicy loaded, InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        Answer answer = answer(loaded, Body.of(bytes));
        byte[] shown = shown(answer, format == null ? Format.text : format);
        PrintWriter out = spec.commandLine().getOut();
        out.print(new String(shown, StandardCharsets.UTF_8));
        out.flush();
        return answer instanceof Answer.Decided ? 0 : 1;
    }

    private int lines(CompiledPolicy loaded, InputStream in) throws IOException {
        var isAllDecided = new AtomicBoolean(true);
        OutputStream out = new BufferedOutputStream(System.out);
        Format shown = format == null ? Format.json : format;
        new AnswerStream(line -> {
                    Answer answer = answer(loaded, line);
                    if (answer instanceof Answer.Failed) {
                        isAllDecided.set(false);
                    }
                    return answer;
                })
                .answer(in, out, answer -> shown(answer, shown));
        return isAllDecided.get() ? 0 : 1;
    }

    private static byte[] shown(Answer answer, Format format) {
        return switch (format) {
            case json -> AnswerStream.line(answer);
            case text -> new ShowAnswer(Palette.ofOutput()).of(answer).getBytes(StandardCharsets.UTF_8);
        };
    }

    private Answer answer(CompiledPolicy loaded, Body body) {
        Form form = TaskForm.of(body, loaded.schema());
        return answering.answer(loaded, body, form, explain);
    }
}
