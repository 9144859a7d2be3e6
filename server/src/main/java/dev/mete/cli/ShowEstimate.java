package dev.mete.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;

/** What a decision is expected to come to, for people: rounded to what they compare by. */
final class ShowEstimate {
    private static final MathContext SHOWN = new MathContext(4, RoundingMode.HALF_UP);
    private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1_000);
    private static final long LONG_IN_MILLIS = 1_000;

    private ShowEstimate() {}

    /** One line for a choice among several plans, none where the rule names one. */
    static void choice(StringBuilder text, JsonNode choice) {
        if (choice.isMissingNode()) {
            return;
        }
        text.append("  ").append(choice.get("by").asText()).append(' ');
        text.append(choice.get("candidates").asInt()).append(" candidates, of which ");
        int qualified = choice.get("qualified").asInt();
        text.append(qualified == 0 ? "none qualified, so that the first is taken" : qualified + " qualified")
                .append('\n');
    }

    /** One line for all that is known, none where nothing is. */
    static void estimate(StringBuilder text, JsonNode estimate) {
        var parts = new ArrayList<String>();
        JsonNode cost = estimate.path("cost_usd");
        if (!cost.isMissingNode()) {
            parts.add(cost(cost));
        }
        JsonNode latency = estimate.path("latency_ms");
        if (!latency.isMissingNode()) {
            parts.add(time(latency.get("p50")) + " (95 in 100 within " + time(latency.get("p95")) + ")");
        }
        JsonNode tokens = estimate.path("tokens");
        if (!tokens.isMissingNode()) {
            parts.add(tokens.get("thinking").asLong() + " + "
                    + tokens.get("visible").asLong() + " tokens");
        }
        if (estimate.has("cut_off_probability")) {
            parts.add("cut off " + percent(estimate.get("cut_off_probability")));
        }
        if (estimate.has("error_probability")) {
            parts.add("wrong " + percent(estimate.get("error_probability")));
        }
        if (estimate.has("gpu_seconds")) {
            parts.add(rounded(estimate.get("gpu_seconds").decimalValue()) + " GPU seconds");
        }
        if (!parts.isEmpty()) {
            text.append("  expected: ").append(String.join(", ", parts)).append('\n');
        }
    }

    /** Without the mean, where it is not known how long the model thinks. */
    private static String cost(JsonNode cost) {
        String worst = "at worst " + dollars(cost.get("worst"));
        return cost.has("mean") ? dollars(cost.get("mean")) + " (" + worst + ")" : worst;
    }

    /** Dollars to four digits. */
    static String dollars(JsonNode number) {
        return "$" + rounded(number.decimalValue());
    }

    /** A share as per cent. */
    static String percent(JsonNode share) {
        return rounded(share.decimalValue().movePointRight(2)) + " %";
    }

    /** Milliseconds, or seconds where there are more of them. */
    static String time(JsonNode millis) {
        return millis.asLong() < LONG_IN_MILLIS
                ? millis.asLong() + " ms"
                : rounded(millis.decimalValue().divide(MILLIS_PER_SECOND, SHOWN)) + " s";
    }

    private static String rounded(BigDecimal number) {
        return number.round(SHOWN).stripTrailingZeros().toPlainString();
    }
}
