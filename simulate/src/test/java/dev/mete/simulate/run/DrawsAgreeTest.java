package dev.mete.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mete.simulate.report.Group;
import dev.mete.simulate.report.Interval;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many equal tasks come to what was estimated of one, within twice the report's own interval: about four standard errors. */
class DrawsAgreeTest {
    private static final int TASKS = 1_000;
    private static final int SEEDS = 100;

    @ParameterizedTest
    @CsvSource({
        // the thinking is evenly spread over 0 to 10,000 tokens, and the answer has 1,600
        "deep, 0.00",
        "'deep, effort high, cap 12_000', 0.00",
        "'deep, effort high, cap 10_000', 0.16",
        "'deep, effort high, cap 8_000', 0.36"
    })
    void costsCutOffsAndErrorsAreThoseOfTheEstimate(String plan, double cutOff) {
        String rule = plan.contains("effort") ? plan : plan + ", effort high";
        Group total = Simulated.of("otherwise " + rule)
                .seeds(SEEDS)
                .on("""
                        {"task":{"type":"chat","input_tokens":2000,"output_tokens":1600,"error_cost_usd":2},"count":%d}""".formatted(TASKS))
                .contenders()
                .getFirst()
                .total();

        assertThat(total.requests().intValueExact()).isEqualTo(TASKS);
        // the estimate is rounded to half a token, at $25 a million
        agrees(total.dollars(), total.estimatedDollars(), TASKS * 25e-6);
        agrees(total.cutOffs(), BigDecimal.valueOf(TASKS * cutOff), 0);
        agrees(total.errors(), total.expectedErrors(), 0);
    }

    private static void agrees(@Nullable Interval drawn, @Nullable BigDecimal estimate, double rounding) {
        assertThat(drawn).isNotNull();
        assertThat(estimate).isNotNull();
        double margin = drawn.high().subtract(drawn.low()).doubleValue();
        assertThat(drawn.mean().doubleValue()).isCloseTo(estimate.doubleValue(), within(margin + rounding));
    }
}
