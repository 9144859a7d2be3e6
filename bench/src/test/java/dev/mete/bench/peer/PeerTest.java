package dev.mete.bench.peer;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mete.bench.DecideBenchmark;
import dev.mete.bench.workload.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeerTest {
    @ParameterizedTest
    @EnumSource
    void celAnswersLikeHandWrittenJava(Workload workload) {
        var policy = workload.policy(20, DecideBenchmark.SEED);
        var code = policy.handWritten(DecideBenchmark.RULES_PER_METHOD);
        assertThatCode(() -> new CelPrograms(policy).compare(code, policy.tasks(DecideBenchmark.TASKS)))
                .doesNotThrowAnyException();
    }
}
