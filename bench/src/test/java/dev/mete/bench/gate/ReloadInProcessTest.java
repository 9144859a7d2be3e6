package dev.mete.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.policy.CompiledPolicy;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReloadInProcessTest {
    private static final int RULES = 20;
    private static final int TASKS = 200;
    private static final Report REPORT = new Report("reload-in-process.json");

    @ParameterizedTest
    @CsvSource({"mete, native", "drl, drools"})
    void memoryStaysFlat(String language, String engine) throws IOException, InterruptedException {
        var readings = new Readings(language);
        var memory = Memory.here();
        CompiledPolicy live = load(0, language, engine);
        for (int reload = 1; reload <= Readings.RELOADS; reload++) {
            CompiledPolicy old = live;
            live = load(reload, language, engine);
            old.close();
            decideAll(live, Workload.TENANT.policy(RULES, reload).tasks(TASKS));
            readings.after(reload, memory);
        }
        live.close();
        REPORT.add(readings.figures());
        readings.assertFlat();
    }

    /** Each reload reads another text: other rules, other thresholds, other plans. */
    private static CompiledPolicy load(int reload, String language, String engine) {
        String text = Workload.TENANT.policy(RULES, reload).text(language);
        return GeneratedPolicy.compile(text, language, engine);
    }

    private static void decideAll(CompiledPolicy policy, List<Fields> tasks) {
        for (Fields task : tasks) {
            assertThat(policy.decide(Tasks.of(task, policy.schema()))).isInstanceOf(Decision.class);
        }
    }
}
