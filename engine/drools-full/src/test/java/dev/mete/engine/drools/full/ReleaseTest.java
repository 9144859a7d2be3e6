package dev.mete.engine.drools.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.decision.Decision;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What compiling a policy in full DRL leaves behind when it is closed: nothing. */
class ReleaseTest {
    private static final String LOADER = "mete.test.loader";
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    @AfterEach
    void forget() {
        System.getProperties().remove(LOADER);
    }

    @Test
    void theClassesOfAClosedPolicyAreLetGo() {
        var loaders = new ArrayList<WeakReference<?>>();
        for (int reload = 0; reload < 5; reload++) {
            loaders.add(loaderOfClosedPolicy(reload));
        }
        long start = System.nanoTime();
        while (loaders.stream().anyMatch(loader -> loader.get() != null)
                && System.nanoTime() - start < LONGEST_WAIT_NANOS) {
            System.gc();
        }
        assertThat(loaders).extracting(WeakReference::get).containsOnlyNulls();
    }

    /** Loads, decides and closes a policy whose rule tells what loaded it. */
    private static WeakReference<?> loaderOfClosedPolicy(int reload) {
        try (var policy = FullDrl.policy("""
                declare Risk  level : int  end
                rule "risk" when Task( errorCostUsd > 50 ) then insert( new Risk(%d) ); end
                rule "otherwise" ruleflow-group "route" when $risk : Risk( level >= 0 )
                then
                    System.getProperties().put("%s", new java.lang.ref.WeakReference($risk.getClass().getClassLoader()));
                    decision.route("openai/gpt-5.5", Effort.LOW).cap(6000 + $risk.getLevel());
                end
                """.formatted(reload, LOADER))) {
            assertThat(((Decision) policy.decide(FullDrl.task(policy))).plan().tokenCap())
                    .isEqualTo(6_000 + reload);
            var loader = (WeakReference<?>)
                    Objects.requireNonNull(System.getProperties().get(LOADER));
            assertThat(loader.get()).isInstanceOf(ClassLoader.class).isNotSameAs(ReleaseTest.class.getClassLoader());
            return loader;
        }
    }
}
