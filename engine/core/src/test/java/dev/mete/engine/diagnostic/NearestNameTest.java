package dev.mete.engine.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> KNOWN =
            List.of("error_cost", "latency_tolerance", "input_tokens", "output_tokens", "type", "tags");

    @ParameterizedTest
    @CsvSource({
        "eror_cost, error_cost",
        "error_costs, error_cost",
        "erorr_cost, error_cost",
        "Error-Cost, error_cost",
        "latency_tolerence, latency_tolerance",
        "inputtokens, input_tokens",
        "tpye, type",
        "TYPE, type",
    })
    void aMisspeltNameFindsTheOneThatWasMeant(String written, String meant) {
        assertThat(NearestName.of(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"price", "cost", "x", "''", "completely_different_words"})
    void aNameLikeNoOtherFindsNothing(String written) {
        assertThat(NearestName.of(written, KNOWN)).isEmpty();
    }

    @Test
    void aNameThatSharesNothingIsNotNear() {
        assertThat(NearestName.of("a", List.of("b"))).isEmpty();
        assertThat(NearestName.of("", List.of("b"))).isEmpty();
        assertThat(NearestName.of("A", List.of("a"))).contains("a");
    }

    @Test
    void twoThatAreEquallyNearGoByTheAlphabet() {
        assertThat(NearestName.of("cost_b", List.of("cost_c", "cost_a"))).contains("cost_a");
    }

    @Test
    void helpNamesTheNearestOrListsWhatIsKnown() {
        assertThat(NearestName.help("hgh", List.of("low", "high"))).isEqualTo("did you mean `high`?");
        assertThat(NearestName.help("enormous", List.of("low", "high"))).isEqualTo("known are low, high");
        assertThat(NearestName.help("any", List.of())).isEqualTo("there is nothing of that kind to name");
    }

    @Test
    void aLongListIsCutShortAndSaysSo() {
        var known = IntStream.range(0, 45).mapToObj(i -> "model_" + i).toList();
        assertThat(NearestName.help("something_else_entirely", known)).endsWith("model_28, model_29 and 15 more");
    }

    @Test
    void anEnormousNameIsComparedWithNothing() {
        String enormous = "x".repeat(1_000_000);
        assertThat(NearestName.of(enormous, List.of(enormous + "y", "x"))).isEmpty();
    }

    @Property(tries = 200)
    void oneDroppedCharacterIsAlwaysFound(
            @ForAll @AlphaChars @StringLength(min = 4, max = 20) String name, @ForAll @IntRange(max = 19) int place) {
        int at = place % name.length();
        String written = name.substring(0, at) + name.substring(at + 1);
        assertThat(NearestName.of(written, List.of(name))).contains(name);
    }
}
