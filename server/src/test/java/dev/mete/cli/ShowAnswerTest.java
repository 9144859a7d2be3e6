package dev.mete.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.server.decide.Answer;
import org.junit.jupiter.api.Test;

final class ShowAnswerTest {
    private static final String PLAN = """
            "bucket": "use", "rule": "r", "model": "acme/quick", "effort": "low", "token_cap": 600, "thinking_tokens": 100, "fallbacks": []""";

    @Test
    void whatIsExpectedIsALine() {
        assertThat(shown("""
                "estimate": {"cost_usd": {"mean": 0.000000161, "worst": 12.345678}, "latency_ms": {"mean": 900, "p50": 850, "p95": 52345},
                  "cut_off_probability": 0.01, "error_probability": 0.187, "tokens": {"thinking": 90, "visible": 500}, "gpu_seconds": 2.5}""")).contains("""
                          expected: $0.000000161 (at worst $12.35), 850 ms (95 in 100 within 52.35 s), 90 + 500 tokens, cut off 1 %, \
                        wrong 18.7 %, 2.5 GPU seconds
                        """);
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(shown("\"estimate\": {\"cut_off_probability\": 0}")).endsWith("  expected: cut off 0 %\n");
        assertThat(shown("\"x\": 1")).endsWith("rule \"r\"\n");
    }

    @Test
    void aChoiceSaysAmongHowMany() {
        assertThat(shown("\"choice\": {\"by\": \"best of\", \"candidates\": 4, \"qualified\": 3}"))
                .contains("  best of 4 candidates, of which 3 qualified\n");
        assertThat(shown("\"choice\": {\"by\": \"cheapest of\", \"candidates\": 2, \"qualified\": 0}"))
                .contains("  cheapest of 2 candidates, of which none qualified, so that the first is taken\n");
    }

    @Test
    void candidatesStandSideBySide() {
        assertThat(shown("""
                "explanation": {"buckets": [], "rules": [], "limits": [], "candidates": [
                  {"model": "acme/quick", "effort": "none", "chosen": true, "qualified": true, "cost_usd": 0.00161,
                   "latency_ms": {"mean": 900, "p95": 2101}, "error_probability": 0.187, "loss_usd": 12.345678},
                  {"model": "acme/deep-one", "effort": "high", "chosen": false, "qualified": false,
                   "failed": {"condition": "cost <= $0.01", "met": "cost is $0.0161"}, "cost_usd": 0.0161, "break_even_error_cost_usd": 62.5}]}""")).endsWith("""
                        candidates:
                            model          effort      cost  latency  95 in 100   wrong    loss  even at  why not
                         >  acme/quick     none    $0.00161   900 ms    2.101 s  18.7 %  $12.35        -
                            acme/deep-one  high     $0.0161        -          -       -       -    $62.5  cost <= $0.01: cost is $0.0161
                        """);
    }

    private static String shown(String more) {
        String json = "{" + PLAN + ", " + more + "}";
        return new ShowAnswer(Palette.PLAIN).of(new Answer.Decided(json.getBytes(UTF_8)));
    }
}
