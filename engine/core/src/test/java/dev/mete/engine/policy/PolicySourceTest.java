package dev.mete.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.policy.PolicySource.Found;
import dev.mete.engine.policy.PolicySource.Includes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicySourceTest {
    private static final Source MAIN = Source.of("policy.mete", "include \"guard.mete\"");

    @Test
    void aTextAloneHasNothingToInclude() {
        assertThat(PolicySource.of(MAIN).includes().find(MAIN, "guard.mete"))
                .isEqualTo(new Found.Missing("a policy without a folder has no files to include"));
    }

    @Test
    void textsAtHandAreFoundByTheirPathAsWritten() {
        var guard = Source.of("guard.mete", "");
        var includes = Includes.of(Map.of("guard.mete", guard));
        assertThat(includes.find(MAIN, "guard.mete")).isEqualTo(new Found.File(guard));
        assertThat(includes.find(MAIN, "./guard.mete")).isEqualTo(new Found.Missing("there is no such file"));
    }
}
