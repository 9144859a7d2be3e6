package dev.mete.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.bench.http.IdleMemory;
import dev.mete.bench.http.MeteService;
import dev.mete.bench.http.ShippedRules;
import dev.mete.bench.http.Starts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start of the service on the shipped policies, and its memory. */
final class ShippedPoliciesTest {
    private static final int STARTS = 3;
    private static final double HUNDRED = 100;
    private static final Duration LOAD = Duration.ofSeconds(4);
    private static final Duration IDLE = Duration.ofSeconds(45);

    @TempDir
    private static Path folder;

    private static ShippedRules rules;

    @BeforeAll
    static void prepare() throws IOException, InterruptedException {
        MeteService.prepare(Gate.ROOT);
        rules = ShippedRules.of(Gate.ROOT, folder);
    }

    @Test
    void theyAnswerSoonBesideOneRouteOfJavalin() throws IOException, InterruptedException {
        var starts = new Starts(Gate.ROOT, folder, rules);
        starts.measure(STARTS);
        assertThat(HUNDRED * starts.ratio()).isLessThan((double) Gate.limit("first_answer.percent"));
    }

    @Test
    void droolsIsNotLoadedWithoutAPolicyForIt() throws IOException, InterruptedException {
        try (var service = rules.serveWithoutDrl(Gate.ROOT, folder)) {
            service.firstAnswer(ShippedRules.TASK);
            assertThat(LoadedClasses.of(service.process().pid()))
                    .contains("dev.mete.cli.Main")
                    .noneMatch(name -> name.startsWith("org.drools.") || name.startsWith("org.kie."));
        }
    }

    @Test
    void theyTakeLittleMemoryWhenIdleAfterLoad() throws IOException, InterruptedException {
        double mebibytes = new IdleMemory(Gate.ROOT, folder).measure(rules, LOAD, IDLE);
        assertThat(mebibytes).isLessThan((double) Gate.limit("memory.idle.mib"));
    }
}
