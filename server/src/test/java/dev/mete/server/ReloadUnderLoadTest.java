package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered while a policy is saved again and again: every task, by one of the revisions, never by an older one than before. */
final class ReloadUnderLoadTest {
    private static final int SAVES = 8;
    private static final int CALLERS = 4;
    private static final int ANSWERS_BETWEEN_SAVES = 50;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"native", "drools"})
    void everyTaskIsAnsweredByTheOldRevisionOrTheNewOne(String engine) throws Exception {
        var rules = new Rules(Files.createDirectories(folder.resolve("rules"))).with("demo", 100);
        rules.write("demo/settings.properties", "engine=" + engine);
        List<List<Integer>> answers = Collections.synchronizedList(new ArrayList<>());
        Set<Integer> saved = ConcurrentHashMap.newKeySet();
        saved.add(100);
        var isOver = new AtomicBoolean();
        try (var service = TestService.of(rules)) {
            var callers = new ArrayList<Thread>();
            for (int i = 0; i < CALLERS; i++) {
                List<Integer> own = Collections.synchronizedList(new ArrayList<>());
                answers.add(own);
                callers.add(Thread.ofPlatform().start(() -> {
                    while (!isOver.get()) {
                        own.add(cap(service));
                    }
                }));
            }
            for (int save = 1; save <= SAVES; save++) {
                int cap = 100 + save;
                saved.add(cap);
                rules.with("demo", cap);
                TestService.await(() -> answers.stream().allMatch(own -> !own.isEmpty() && own.getLast() == cap));
                int before = count(answers);
                TestService.await(() -> count(answers) >= before + ANSWERS_BETWEEN_SAVES);
            }
            isOver.set(true);
            for (Thread caller : callers) {
                caller.join();
            }
        }
        assertThat(answers)
                .hasSize(CALLERS)
                .allSatisfy(own -> assertThat(own)
                        .as("a caller never goes back to an older revision")
                        .isSorted()
                        .allMatch(saved::contains));
    }

    private static int count(List<List<Integer>> answers) {
        return answers.stream().mapToInt(List::size).sum();
    }

    private static int cap(TestService service) {
        Reply reply = service.client().post("/v1/policies/demo/decide", Rules.TASK);
        assertThat(reply.status()).isEqualTo(200);
        return Integer.parseInt(reply.at("/token_cap"));
    }
}
