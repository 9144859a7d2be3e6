package dev.mete.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompilationTest {
    @Test
    void diagnosticsAreOrderedByPlace() {
        var source = Source.of("policy.mete", "one two");
        var one = Diagnostic.error("M0101", source.span(0, 3), "one");
        var two = Diagnostic.error("M0101", source.span(4, 7), "two");
        assertThat(new Compilation.Failed(List.of(two, one), List.of(source)).diagnostics())
                .containsExactly(one, two);
    }
}
