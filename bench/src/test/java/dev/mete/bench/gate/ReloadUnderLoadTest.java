package dev.mete.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.bench.http.RulesFolder;
import dev.mete.bench.http.SavedPolicy;
import dev.mete.bench.report.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReloadUnderLoadTest {
    private static final int TASKS_PER_SECOND = 500;
    private static final int SAVES = Boolean.getBoolean("bench.quick") ? 4 : 20;
    private static final long BETWEEN_SAVES_MILLIS = 2_500;
    private static final long MILLION = 1_000_000;
    private static final int RULES = 20;
    private static final Report REPORT = new Report("reload-under-load.json");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mete", "drl"})
    void everySaveAnswersSoonAndNoTaskIsLost(String language) throws IOException, InterruptedException {
        var policy = new SavedPolicy(language, RULES);
        var rules = new RulesFolder(folder, language);
        rules.saveInPlace(policy.text(0));
        var saves = new Saves(Gate.limit("reload.new_answer.ms") * MILLION);
        List<Answered> answers;
        try (var service = rules.serve(Gate.ROOT, "")) {
            service.firstAnswer(policy.task());
            var tasks = new SteadyTasks(service, policy.task(), TASKS_PER_SECOND);
            tasks.start();
            Thread.sleep(BETWEEN_SAVES_MILLIS);
            for (int save = 1; save <= SAVES; save++) {
                long begun = System.nanoTime();
                save(rules, policy.text(save), save);
                saves.save(begun, System.nanoTime());
                Thread.sleep(BETWEEN_SAVES_MILLIS);
            }
            answers = tasks.stop();
        }
        REPORT.add(figures(language, answers, saves));
        assertThat(answers).allMatch(Answered::isDecision, "is a decision");
        assertThat(answers).allMatch(saves::allow, "comes from the old or the new text, and soon from the new one");
    }

    private static void save(RulesFolder rules, String text, int save) throws IOException {
        if (save % 2 == 0) {
            rules.saveInPlace(text);
        } else {
            rules.saveByMove(text);
        }
    }

    private static List<Figure> figures(String language, List<Answered> answers, Saves saves) {
        var parameters = Map.of("language", language);
        var delays = saves.delays(answers).stream().sorted().toList();
        var during = nanos(answers.stream().filter(saves::isDuring).toList());
        var quiet = nanos(answers.stream()
                .filter(saves::hasBegun)
                .filter(answer -> !saves.isDuring(answer))
                .toList());
        return List.of(
                Figure.of("answers", parameters, answers.size(), "tasks"),
                Figure.of("from save to first new answer, median", parameters, millis(delays, 0.5), "ms"),
                Figure.of("from save to first new answer, slowest", parameters, millis(delays, 1), "ms"),
                Figure.of("answer within a second of a save, p50", parameters, millis(during, 0.5), "ms"),
                Figure.of("answer within a second of a save, p99", parameters, millis(during, 0.99), "ms"),
                Figure.of("answer at other times, p50", parameters, millis(quiet, 0.5), "ms"),
                Figure.of("answer at other times, p99", parameters, millis(quiet, 0.99), "ms"));
    }

    private static List<Long> nanos(List<Answered> answers) {
        return answers.stream().map(Answered::nanos).sorted().toList();
    }

    private static double millis(List<Long> sorted, double share) {
        int position = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, position)) / (double) MILLION;
    }
}
