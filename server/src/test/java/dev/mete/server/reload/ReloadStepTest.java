package dev.mete.server.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Look by look, without a thread and with a clock that the tests move. */
final class ReloadStepTest {
    private static final String BROKEN = "policy demo nonsense";

    @TempDir
    private Path root;

    private final CountedLanguage language = new CountedLanguage();
    private final ServedPolicies served = new ServedPolicies();
    private Instant now = Instant.now();
    private ReloadStep step;

    @BeforeEach
    void start() throws IOException {
        Files.copy(Path.of("..", "rules", "catalog.json"), root.resolve("catalog.json"));
        save("demo", text("demo", 100));
        step = step();
        step.first();
        assertThat(language.readings()).isEqualTo(1);
    }

    @Test
    void aLookAtUnchangedFilesLoadsNothing() {
        assertThat(step.next()).isFalse();
        assertThat(language.readings()).isZero();
    }

    @Test
    void aChangeIsLoadedAtTheSecondLookThatFindsIt() throws IOException {
        String before = revision();
        save("demo", text("demo", 200));

        assertThat(step.next()).as("has yet to settle").isTrue();
        assertThat(revision()).isEqualTo(before);
        assertThat(step.next()).isFalse();

        assertThat(revision()).isNotEqualTo(before);
        assertThat(language.readings()).isEqualTo(1);
    }

    @Test
    void aFileThatIsStillBeingWrittenIsNotLoaded() throws IOException {
        String whole = text("demo", 200);
        for (int i = 1; i <= 5; i++) {
            save("demo", whole.substring(0, whole.length() * i / 5));
            assertThat(step.next()).isTrue();
        }
        assertThat(language.readings()).isZero();
        step.next();

        assertThat(language.readings()).isEqualTo(1);
        assertThat(served.find("demo").orElseThrow().failed()).isEmpty();
    }

    @Test
    void aFileThatIsTouchedIsNotLoadedAgain() throws IOException {
        Files.setLastModifiedTime(file("demo"), FileTime.from(now.plusSeconds(60)));
        settle();

        assertThat(language.readings()).isZero();
    }

    @Test
    void theSameFailedContentIsNotLoadedAgain() throws IOException {
        save("demo", BROKEN);
        settle();
        assertThat(language.readings()).isEqualTo(1);
        FailedLoad failure = served.find("demo").orElseThrow().failed().orElseThrow();

        save("demo", BROKEN);
        Files.setLastModifiedTime(file("demo"), FileTime.from(now.plusSeconds(60)));
        settle();

        assertThat(language.readings()).isZero();
        assertThat(served.find("demo").orElseThrow().failed()).containsSame(failure);
    }

    @Test
    void aChangeOfTheSameSizeAndTimeIsSeenWhileTheTimeIsFresh() throws IOException {
        FileTime time = Files.getLastModifiedTime(file("demo"));
        String before = revision();
        Files.writeString(file("demo"), text("demo", 999));
        Files.setLastModifiedTime(file("demo"), time);
        settle();

        assertThat(revision()).isNotEqualTo(before);
    }

    @Test
    void aChangeOfOnePolicyLoadsNoOther() throws IOException {
        save("other", text("other", 100));
        settle();
        assertThat(language.readings()).isEqualTo(1);

        save("other", text("other", 200));
        settle();

        assertThat(language.readings()).isEqualTo(1);
    }

    @Test
    void aChangedIncludeLoadsThePoliciesThatIncludeItAndNoOther() throws IOException {
        Path shared = Files.writeString(root.resolve("shared.mete"), "limit cap <= 80 because \"a\"\n");
        save("other", text("other", 100).replace("models", "include \"../shared.mete\"\nmodels"));
        settle();
        assertThat(language.readings()).isEqualTo(1);

        Files.writeString(shared, "limit cap <= 60 because \"a\"\n");
        settle();

        assertThat(language.readings()).isEqualTo(1);
    }

    @Test
    void aFileThatThePolicyDoesNotReadLoadsNothing() throws IOException {
        Files.writeString(root.resolve("notes.txt"), "a note");
        settle();

        assertThat(language.readings()).isZero();
    }

    @Test
    void aFolderThatIsMissingForAMomentGoesOn() throws IOException {
        Path away = root.resolveSibling("away");
        Files.move(root.resolve("demo"), away);
        step.next();
        step.next();
        assertThat(served.find("demo")).isPresent();
        Files.move(away, root.resolve("demo"));
        now = now.plus(Duration.ofMinutes(1));
        settle();

        assertThat(served.find("demo").flatMap(ServedPolicy::current)).isPresent();
        assertThat(language.readings()).isZero();
    }

    @Test
    void aFolderThatIsMissingForGoodIsGoneAtTheNextSettledLook() throws IOException {
        Files.delete(file("demo"));
        Files.delete(root.resolve("demo"));
        assertThat(step.next()).isTrue();
        assertThat(served.find("demo")).isPresent();
        now = now.plus(ReloadStep.REMOVAL);
        step.next();

        assertThat(served.find("demo")).isEmpty();
    }

    @Test
    void aRestartWithABrokenFileServesTheLastGoodRevision() throws IOException {
        String good = revision();
        Instant loadedAt =
                served.find("demo").flatMap(ServedPolicy::current).orElseThrow().loadedAt();
        save("demo", BROKEN);
        var again = restart();

        ServedPolicy policy = again.find("demo").orElseThrow();
        Snapshot snapshot = policy.current().orElseThrow();
        assertThat(snapshot.policy().info().revision()).isEqualTo(good);
        assertThat(snapshot.isRestored()).isTrue();
        assertThat(snapshot.loadedAt()).isEqualTo(loadedAt);
        assertThat(policy.failed()).isPresent();
    }

    @Test
    void aRestoredRevisionComesWithItsIncludesAndItsCatalog() throws IOException {
        Files.writeString(root.resolve("shared.mete"), "limit cap <= 80 because \"a\"");
        save("demo", text("demo", 100).replace("models {", "include \"../shared.mete\"\n\nmodels {"));
        settle();
        assertThat(served.find("demo").orElseThrow().failed()).isEmpty();
        String good = revision();
        Files.delete(root.resolve("shared.mete"));
        Files.writeString(root.resolve("catalog.json"), "{");
        var again = restart();

        assertThat(again.find("demo")
                        .flatMap(ServedPolicy::current)
                        .map(snapshot -> snapshot.policy().info().revision()))
                .contains(good);
    }

    @Test
    void aGoodFileReplacesARestoredRevisionEvenWhereItIsTheSame() throws IOException {
        save("demo", BROKEN);
        var again = new ServedPolicies();
        var second = new ReloadStep(settings(), again);
        second.first();
        save("demo", text("demo", 100));
        second.next();
        second.next();

        assertThat(again.find("demo").flatMap(ServedPolicy::current).map(Snapshot::isRestored))
                .contains(false);
    }

    @Test
    void aKeptRevisionThatWasTamperedWithIsNotServed() throws IOException {
        Path kept = state().resolve("demo.json");
        Files.writeString(kept, Files.readString(kept).replace("cap 100", "cap 999"));
        save("demo", BROKEN);

        assertThat(restart().find("demo").flatMap(ServedPolicy::current)).isEmpty();
    }

    @Test
    void aKeptRevisionThatIsNoJsonIsNotServed() throws IOException {
        Files.writeString(state().resolve("demo.json"), "{\"version\":");
        save("demo", BROKEN);

        assertThat(restart().find("demo").flatMap(ServedPolicy::current)).isEmpty();
    }

    @Test
    void aStateThatCannotBeWrittenTakesNothingAway() throws IOException {
        Path notAFolder = Files.writeString(root.resolveSibling("file"), "");
        var again = new ServedPolicies();
        new ReloadStep(settings(notAFolder), again).first();

        assertThat(again.find("demo").flatMap(ServedPolicy::current)).isPresent();
    }

    @Test
    void theStateHoldsOneFileForEachPolicyAndNoOther() throws IOException {
        save("demo", text("demo", 200));
        settle();
        try (var files = Files.list(state())) {
            assertThat(files).containsExactly(state().resolve("demo.json"));
        }
    }

    private ServedPolicies restart() {
        var again = new ServedPolicies();
        new ReloadStep(settings(), again).first();
        return again;
    }

    private ReloadStep step() {
        return new ReloadStep(settings(), served);
    }

    private RulesSettings settings() {
        return settings(state());
    }

    private RulesSettings settings(Path state) {
        return new RulesSettings(
                root,
                root.resolve("catalog.json"),
                state,
                language.loader(),
                UnaryOperator.identity(),
                ReloadListener.NONE,
                () -> now);
    }

    private Path state() {
        return root.resolve(".state");
    }

    private void settle() {
        step.next();
        step.next();
    }

    private String revision() {
        return served.find("demo")
                .flatMap(ServedPolicy::current)
                .map(snapshot -> snapshot.policy().info().revision())
                .orElseThrow();
    }

    private Path file(String policy) {
        return root.resolve(policy).resolve("policy.mete");
    }

    private void save(String policy, String text) throws IOException {
        Files.createDirectories(file(policy).getParent());
        Files.writeString(file(policy), text);
    }

    private static String text(String name, int cap) {
        return """
                policy %s
                models { fast = "anthropic/claude-haiku-4-5" }
                otherwise fast, effort none, cap %d
                """.formatted(name, cap);
    }
}
