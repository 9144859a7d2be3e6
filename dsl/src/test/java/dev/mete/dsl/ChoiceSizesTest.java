package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.policy.PolicySource.Includes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a choice says of each of its plans is counted, so that no short text becomes a large policy. */
final class ChoiceSizesTest {
    @Test
    void aRuleChoosesAmongAtMost64Plans() {
        assertThat(codes(choice("best", 64, ""))).isEmpty();
        assertThat(codes(choice("best", 65, ""))).containsExactly("M0015");
    }

    @Test
    void theConditionOfAChoiceCountsForEachOfItsPlans() {
        String asked = " where " + "stream or ".repeat(4_000) + "stream";
        assertThat(codes(choice("cheapest", 60, asked))).isEmpty();
        assertThat(codes(choice("cheapest", 60, asked).repeat(5))).contains("M0014");
    }

    @Test
    void thePricesOfWaitingCountForEachPlanOfTheBest() {
        String prices = "waiting costs $0.01 per second when stream\n".repeat(20_000);
        assertThat(codes(prices + choice("cheapest", 60, ""))).isEmpty();
        assertThat(codes(prices + choice("best", 60, ""))).containsExactly("M0014");
    }

    private static String choice(String goal, int plans, String where) {
        return "rule \"choice\" when stream then " + goal + " of"
                + IntStream.range(0, plans).mapToObj(i -> " fast, effort none").collect(Collectors.joining()) + where
                + "\n";
    }

    /** The codes of the errors, but for those of rules that share a name. */
    private static List<String> codes(String lines) {
        String text =
                Policies.START.replace("  plain    = \"openai/gpt-4.1\"\n", "") + lines + "otherwise fast, effort none";
        return Policies.read(text, Includes.none(), Models.WEIGHED).diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::code)
                .filter(code -> !code.equals("M0107"))
                .toList();
    }
}
