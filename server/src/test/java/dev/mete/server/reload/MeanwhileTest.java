package dev.mete.server.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that change while policies are loaded, and loads that fail in ways that no policy should. */
final class MeanwhileTest {
    @TempDir
    private Path root;

    private final CountedLanguage language = new CountedLanguage();
    private final ServedPolicies served = new ServedPolicies();
    private Instant now = Instant.now();
    private ReloadStep step;

    @BeforeEach
    void start() throws IOException {
        Files.copy(Path.of("..", "rules", "catalog.json"), root.resolve("catalog.json"));
        save("a", text("a", 100));
        save("b", text("b", 100));
        step = new ReloadStep(
                new RulesSettings(
                        root,
                        root.resolve("catalog.json"),
                        null,
                        language.loader(),
                        UnaryOperator.identity(),
                        ReloadListener.NONE,
                        () -> now),
                served);
        step.first();
    }

    /** While the first policy is loaded, somebody writes the second one again, in place and in two steps. */
    @Test
    void aFileThatIsHalfWrittenWhenItIsReadIsNotServed() {
        String whole = text("b", 200);
        String half = whole.substring(0, whole.indexOf("limit"));
        save("a", text("a", 200));
        save("b", whole);
        step.next();
        language.meanwhile(() -> save("b", half));
        assertThat(step.next()).as("has yet to settle").isTrue();
        assertThat(served.find("b")
                        .orElseThrow()
                        .current()
                        .orElseThrow()
                        .policy()
                        .info()
                        .sources()
                        .getFirst()
                        .text())
                .isEqualTo(text("b", 100));
        assertThat(text("a")).isEqualTo(text("a", 200));

        save("b", whole);
        step.next();
        step.next();

        assertThat(text("b")).isEqualTo(whole);
    }

    @Test
    void aFileThatIsBrokenForAMomentWhenItIsReadIsReadAgainThoughItsContentIsAsItWas() {
        String whole = text("b", 200);
        save("a", text("a", 200));
        save("b", whole);
        step.next();
        language.meanwhile(() -> {
            save("b", "policy b nonse");
            language.meanwhile(() -> save("b", whole));
        });
        step.next();

        step.next();
        step.next();

        assertThat(served.find("b").orElseThrow().failed()).isEmpty();
        assertThat(text("b")).isEqualTo(whole);
    }

    @Test
    void aChangeIsSeenThoughSizeAndTimeAreAsTheyWere() throws IOException {
        FileTime old = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file("a"), old);
        step.next();
        step.next();
        now = now.plusSeconds(60);
        step.next();

        save("a", text("a", 999));
        Files.setLastModifiedTime(file("a"), old);
        step.next();
        step.next();

        assertThat(text("a")).isEqualTo(text("a", 999));
    }

    @Test
    void anErrorOfTheMachineFailsThatLoadAlone() {
        save("a", text("a", 200));
        save("b", text("b", 200));
        step.next();
        language.meanwhile(() -> {
            throw new NoClassDefFoundError("a part of this one");
        });
        step.next();

        assertThat(text("a")).isEqualTo(text("a", 100));
        assertThat(served.find("a").orElseThrow().failed().orElseThrow().diagnostics())
                .singleElement()
                .satisfies(found -> assertThat(found.message()).contains("NoClassDefFoundError"));
        assertThat(text("b")).isEqualTo(text("b", 200));
    }

    private String text(String policy) {
        var snapshot = served.find(policy).flatMap(ServedPolicy::current).orElseThrow();
        return snapshot.policy().info().sources().getFirst().text();
    }

    private Path file(String policy) {
        return root.resolve(policy).resolve("policy.mete");
    }

    private void save(String policy, String text) {
        try {
            Files.createDirectories(file(policy).getParent());
            Files.writeString(file(policy), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A policy of which the first half is a policy, too. */
    private static String text(String name, int cap) {
        return """
                policy %s
                models { fast = "anthropic/claude-haiku-4-5" }
                otherwise fast, effort none, cap 999
                limit cap <= %d
                """.formatted(name, cap);
    }
}
