package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The page about running the service says what is so: its tables have what there is, and nothing else. */
final class OperationsPageTest {
    private static final Page PAGE = Page.of("operations.md");

    @Test
    void theMetricsAreThoseThatTheServiceExposes() {
        try (var service = TestService.shipped()) {
            service.client().post("/v1/policies/coding-assistant/decide", "{\"task\":{}}");
            String metrics = service.client().get("/metrics").text();

            assertThat(PAGE.column("metric"))
                    .containsExactlyInAnyOrderElementsOf(Page.found("^# TYPE (mete_\\w+) ", metrics));
        }
    }

    @Test
    void theOptionsAreThoseOfTheCommand() throws InterruptedException {
        try (var help = ServeProcess.start(Path.of("rules"), List.of(), "--help")) {
            assertThat(help.exit()).isZero();
            assertThat(Page.found("(--[a-z-]+)", String.join("\n", PAGE.column("option"))))
                    .isEqualTo(Page.found("(--[a-z-]+)", String.join("\n", help.lines(""))));
        }
    }

    @Test
    void theVariablesAreThoseThatAreRead() {
        String launcher = Rules.read(Path.of("../mete")) + Rules.read(Path.of("../.mvn/find-jdk"));
        Set<String> read = Page.found("\\b(METE_[A-Z_]+)", launcher);
        read.addAll(Page.found("getenv\\(\"(\\w+)\"\\)", Page.sources("src/main/java/dev/mete/cli")));

        assertThat(PAGE.column("environment variable")).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void theCodesOfFoldersAreThoseInTheSources() {
        String sources = Page.sources("../engine/core/src/main/java") + Page.sources("src/main/java");

        assertThat(PAGE.column("code")).containsExactlyElementsOf(Page.found("\"(P\\d{4})\"", sources));
    }

    /** Every log line of the page begins with a level and a class that there is. */
    @Test
    void theLogLinesAreThoseOfClassesThatThereAre() {
        String sources = Page.sources("src/main/java");
        for (String line : PAGE.column("line")) {
            String logger = line.split(" ", 3)[1];
            assertThat(sources).as(line).contains("LoggerFactory.getLogger(" + logger + ".class)");
        }
    }
}
