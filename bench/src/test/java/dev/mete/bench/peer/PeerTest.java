package dev.mete.bench.peer;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mete.bench.DecideBenchmark;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.Workload;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every peer answers as hand-written Java does. */
class PeerTest {
    private static final int RULES = 20;

    @ParameterizedTest
    @EnumSource
    void cel(Workload workload) {
        answersAlike(workload, CelPrograms::new);
    }

    @ParameterizedTest
    @EnumSource
    void droolsByItsModel(Workload workload) {
        answersAlike(workload, policy -> new DroolsSessions(policy, DroolsBases.ofModel(policy), true));
    }

    @ParameterizedTest
    @EnumSource
    void droolsByText(Workload workload) {
        answersAlike(workload, policy -> new DroolsSessions(policy, DroolsBases.ofText(policy), true));
        answersAlike(workload, policy -> new DroolsSessions(policy, DroolsBases.ofText(policy), false));
    }

    @ParameterizedTest
    @EnumSource
    void dmn(Workload workload) {
        answersAlike(workload, DmnTable::new);
    }

    private static void answersAlike(Workload workload, Function<GeneratedPolicy, Peer<?>> made) {
        var policy = workload.policy(RULES, DecideBenchmark.SEED);
        var code = policy.handWritten(DecideBenchmark.RULES_PER_METHOD);
        assertThatCode(() -> made.apply(policy).compare(code, policy.tasks(DecideBenchmark.TASKS)))
                .doesNotThrowAnyException();
    }
}
