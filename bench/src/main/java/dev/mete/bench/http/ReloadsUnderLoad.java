package dev.mete.bench.http;

import dev.mete.bench.http.SteadyPosts.Answered;
import dev.mete.bench.report.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** How long tasks wait, at a fixed rate, while a large policy is saved again and again; beside them a run in which it is not. */
public final class ReloadsUnderLoad {
    private static final int RULES = 2_000;
    private static final int TASKS_PER_SECOND = 5_000;
    private static final int CONNECTIONS = 64;
    private static final long SECOND = 1_000_000_000;
    private static final long WARM_MILLIS = 6_000;
    private static final long BETWEEN_SAVES_MILLIS = 2_500;
    private static final long LOOK_MILLIS = 10;
    private static final long LONGEST_LOAD = 20 * SECOND;
    private static final double MILLION = 1e6;

    /** A save counts until so long after its first answer. */
    private static final long AFTERMATH = SECOND;

    private final Path root;
    private final Path folder;
    private final SavedPolicy policy = new SavedPolicy("mete", RULES);
    private final List<Figure> figures = new ArrayList<>();

    /** The time in which a save counts, in nanoseconds. */
    private record Save(long begun, long end) {}

    /** What a run came to: its saves, and all answers after the run had warmed up. */
    private record Run(List<Save> saves, List<Answered> answered) {
        boolean isDuring(long due, int firstSave, int lastSave) {
            return saves.subList(firstSave, lastSave).stream()
                    .anyMatch(save -> save.begun() <= due && due < save.end());
        }

        Waits waits(LongPredicate due) {
            return new Waits(
                    answered.stream().filter(answer -> due.test(answer.due())).toList());
        }
    }

    /**
     * Measurements of a service.
     *
     * @param root the folder of the launcher
     * @param folder for files of this measurement
     */
    public ReloadsUnderLoad(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /**
     * Saves a policy so many times, and waits as long once more without.
     *
     * @return the longest wait while a save counts, in milliseconds
     */
    public double measure(int saves) throws IOException, InterruptedException {
        Run control = run(saves, false);
        Run run = run(saves, true);
        Waits first = run.waits(due -> run.isDuring(due, 0, 1));
        Waits later = run.waits(due -> run.isDuring(due, 1, saves));
        Waits quiet = run.waits(due -> !run.isDuring(due, 0, saves));
        figures.addAll(first.figures("until a second after the first save answers"));
        figures.addAll(later.figures("the same of later saves"));
        figures.addAll(quiet.figures("at other times of the same run"));
        Waits without = control.waits(_ -> true);
        figures.addAll(without.figures("in a run without saves"));
        return run.waits(due -> run.isDuring(due, 0, saves)).worst();
    }

    /** What was measured so far. */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    private Run run(int saves, boolean isSaved) throws IOException, InterruptedException {
        var rules = new RulesFolder(Files.createTempDirectory(folder, "reload-"), "mete");
        rules.saveInPlace(policy.text(0));
        try (var service = rules.serve(root, "")) {
            String task = policy.task();
            service.firstAnswer(task);
            var steady = new SteadyPosts(
                    service.tasks(List.of(task.getBytes(StandardCharsets.UTF_8))), CONNECTIONS, TASKS_PER_SECOND);
            steady.start();
            Thread.sleep(WARM_MILLIS);
            long warm = System.nanoTime();
            var counted = new ArrayList<Save>();
            var loads = new ArrayList<Double>();
            for (int save = 1; save <= saves; save++) {
                if (isSaved) {
                    long begun = System.nanoTime();
                    rules.saveByMove(policy.text(save));
                    awaitSave(service, task, save);
                    long answered = System.nanoTime();
                    loads.add((answered - begun) / MILLION);
                    counted.add(new Save(begun, answered + AFTERMATH));
                }
                Thread.sleep(BETWEEN_SAVES_MILLIS);
            }
            if (isSaved) {
                var parameters = Map.of("when", "during saves");
                figures.add(Figure.of("from a save to its first answer, median", parameters, Median.of(loads), "ms"));
            }
            return new Run(counted, after(warm, steady.stop()));
        }
    }

    /** All answers to what was due after a time; every one of them must be a decision. */
    private static List<Answered> after(long time, List<Answered> answered) {
        if (answered.stream().anyMatch(answer -> answer.status() != 200)) {
            throw new IllegalStateException("a task had no decision");
        }
        return answered.stream().filter(answer -> answer.due() > time).toList();
    }

    /** Waits until a save answers. */
    private static void awaitSave(MeteService service, String task, int save) throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < LONGEST_LOAD) {
            if (service.decide(task).join().body().contains("\"save " + save + " ")) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new IllegalStateException("save " + save + " never answered");
    }
}
