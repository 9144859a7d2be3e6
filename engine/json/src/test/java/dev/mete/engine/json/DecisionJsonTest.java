package dev.mete.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.decision.Asked;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Chosen;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Estimate;
import dev.mete.engine.decision.PassedOver;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.engine.policy.Weighed;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DecisionJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Model DEEP = new Model(
            "acme/deep",
            "acme",
            ApiDialect.OPENAI_CHAT,
            "deep",
            200_000,
            64_000,
            new Thinking(Set.of(Effort.LOW, Effort.HIGH), null, true),
            false);
    private static final PolicyInfo POLICY = info(CatalogStamp.of(Catalog.of(List.of(), "sha256:1")));

    @Test
    void anAnswerSaysWhatWasDecidedAndWhy() throws IOException {
        var decision = new Decision(
                Bucket.USE,
                "architecture deserves thought",
                new Plan(DEEP, Effort.HIGH, 12_000, 10_000, 60_000),
                new Asked(null, Effort.XHIGH, 16_000L, null, null),
                List.of("no retry storms"),
                List.of(new Plan(DEEP, Effort.LOW, 6_000, 5_000, 20_000)),
                List.of(new PassedOver("acme/small", "has a context window of 8_000 tokens")));

        assertThat(answer(decision)).isEqualTo("""
                        {"decision_id":"01JD","policy":"p","revision":"sha256:5f","catalog":{"revision":"sha256:1"},"bucket":"use","rule":"architecture deserves thought",\
                        "model":"acme/deep","effort":"high","token_cap":12000,"thinking_tokens":10000,"timeout_ms":60000,\
                        "asked":{"effort":"xhigh","token_cap":16000},"limited_by":["no retry storms"],\
                        "fallbacks":[{"model":"acme/deep","effort":"low","token_cap":6000,"thinking_tokens":5000,"timeout_ms":20000,\
                        "request":{"api":"openai.chat","model":"deep",\
                        "body":{"model":"deep","max_completion_tokens":6000,"reasoning_effort":"low"}}}],\
                        "request":{"api":"openai.chat","model":"deep",\
                        "body":{"model":"deep","max_completion_tokens":12000,"reasoning_effort":"high"}},\
                        "passed_over":[{"model":"acme/small","reason":"has a context window of 8_000 tokens"}]}""");
    }

    @Test
    void whatWasNotLoweredIsNotMentioned() throws IOException {
        var decision = new Decision(
                Bucket.AVOID,
                "quick",
                new Plan(DEEP, Effort.NONE, 600, 0, Plan.NO_TIMEOUT),
                Asked.NOTHING_ELSE,
                List.of(),
                List.of(),
                List.of());

        assertThat(answer(decision)).isEqualTo("""
                        {"decision_id":"01JD","policy":"p","revision":"sha256:5f","catalog":{"revision":"sha256:1"},"bucket":"avoid","rule":"quick",\
                        "model":"acme/deep","effort":"none","token_cap":600,"thinking_tokens":0,"fallbacks":[],\
                        "request":{"api":"openai.chat","model":"deep",\
                        "body":{"model":"deep","max_completion_tokens":600,"reasoning_effort":"none"}}}""");
    }

    @Test
    void anEstimateIsExactAndWithoutAnExponent() throws IOException {
        var estimate = new Estimate(
                new Estimate.Tokens(900, 500),
                new Estimate.Cost(161_000_000_000L, 310_000_000_001L),
                new Estimate.Latency(22_000_001, 21_000_000, 52_000_999),
                10_000,
                1,
                1_500_000L);

        assertThat(estimate(estimate)).isEqualTo("""
                {"cost_usd":{"mean":0.161,"worst":0.310000000001},\
                "latency_ms":{"mean":22001,"p50":21000,"p95":52001},\
                "cut_off_probability":0.01,"error_probability":0.000001,\
                "tokens":{"thinking":900,"visible":500},"gpu_seconds":1.5}""");
    }

    @Test
    void whatIsNotKnownIsNotWritten() throws IOException {
        var nothingToPay = new Estimate.Cost(0L, 1_000_000_000_000_000L);

        assertThat(estimate(new Estimate(null, nothingToPay, null, 1_000_000, null, null)))
                .isEqualTo("{\"cost_usd\":{\"mean\":0,\"worst\":1000},\"cut_off_probability\":1}");
        assertThat(answer(decided(Estimate.UNKNOWN, null))).doesNotContain("estimate", "choice");
    }

    @Test
    void aChoiceSaysByWhatAndAmongHowMany() throws IOException {
        assertThat(answer(decided(Estimate.UNKNOWN, new Chosen("best of", 4, 3))))
                .contains("\"rule\":\"r\",\"choice\":{\"by\":\"best of\",\"candidates\":4,\"qualified\":3},\"model\"");
    }

    @Test
    void pricesThatHaveBeenOthersSaySinceWhenTheyAre() throws IOException {
        var since = Instant.parse("2026-08-21T00:00:00Z");
        var policy = info(new CatalogStamp("sha256:1", since.plusSeconds(9), since, null));
        var written = new StringWriter();
        try (var out = JsonForms.factory().createGenerator(written)) {
            DecisionJson.write(out, "01JD", policy, decided(Estimate.UNKNOWN, null));
        }

        assertThat(written.toString())
                .contains("\"catalog\":{\"revision\":\"sha256:1\",\"prices_since\":\"2026-08-21T00:00:00Z\"}");
    }

    @Test
    void everyPartThatWasAskedForIsWritten() throws IOException {
        var decision = new Decision(
                Bucket.MAYBE,
                "r",
                new Plan(DEEP, Effort.NONE, 600, 0, Plan.NO_TIMEOUT),
                new Asked("acme/other", null, null, 100L, 5_000L),
                List.of(),
                List.of(),
                List.of());

        assertThat(JSON.readTree(answer(decision)).get("asked").toString())
                .isEqualTo("{\"model\":\"acme/other\",\"thinking_tokens\":100,\"timeout_ms\":5000}");
    }

    @Test
    void aDiagnosticHasItsPlaceAndItsText() throws IOException {
        var source = Source.of("rules/p/policy.mete", "line one\nmodle 😀 deep\n");
        var diagnostic = Diagnostic.error("M0101", source.span(9, 14), "unknown `modle`", "did you mean `model`?");
        var written = new StringWriter();
        try (var out = JsonForms.factory().createGenerator(written)) {
            DiagnosticJson.write(out, List.of(diagnostic, Diagnostic.warning("M0102", Span.NONE, "odd", null)));
        }
        var json = JSON.readTree(written.toString());

        assertThat(json.get(0).toString())
                .startsWith(
                        "{\"code\":\"M0101\",\"severity\":\"error\",\"message\":\"unknown `modle`\",\"help\":\"did you mean"
                                + " `model`?\",\"file\":\"rules/p/policy.mete\",\"line\":2,\"column\":1,\"end_line\":2,\"end_column\":6,");
        assertThat(json.get(0).get("text").asText()).isEqualTo(DiagnosticText.render(diagnostic));
        assertThat(json.get(1).toString())
                .isEqualTo(
                        "{\"code\":\"M0102\",\"severity\":\"warning\",\"message\":\"odd\",\"text\":\"warning[M0102]: odd\\n\"}");
    }

    @Test
    void anExplanationSaysWhichConditionFailedAndWhatItMet() throws IOException {
        var source = Source.of("policy.mete", "bucket use when error_cost >= $50");
        var line = new Explanation.Line(
                "bucket use",
                false,
                new Explanation.Failed("error_cost >= $50", "error_cost is $12", source.span(16, 33)),
                source.span(0, 33));
        var explanation = new Explanation(
                new Decision(
                        Bucket.MAYBE,
                        "otherwise",
                        new Plan(DEEP, Effort.NONE, 600, 0, 0),
                        Asked.NOTHING_ELSE,
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(line),
                List.of(new Explanation.Line("otherwise", true, null, Span.NONE)),
                List.of());
        var written = new StringWriter();
        try (var out = JsonForms.factory().createGenerator(written)) {
            ExplanationJson.write(out, explanation);
        }

        assertThat(written).hasToString("""
                        {"buckets":[{"name":"bucket use","held":false,"file":"policy.mete","line":1,"column":1,"end_line":1,"end_column":34,\
                        "failed":{"condition":"error_cost >= $50","met":"error_cost is $12","file":"policy.mete","line":1,"column":17,\
                        "end_line":1,"end_column":34}}],"rules":[{"name":"otherwise","held":true}],"limits":[]}""");
    }

    @Test
    void anExplanationWeighsTheCandidates() throws IOException {
        var source = Source.of("policy.mete", "where cost <= $0.01");
        var failed = new Explanation.Failed("cost <= $0.01", "cost is $0.0161", source.span(6, 19));
        var loss = new BigInteger("12345678901234567890");
        var explanation = new Explanation(
                decided(Estimate.UNKNOWN, new Chosen("best of", 2, 1)),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Weighed(
                                "acme/quick",
                                "none",
                                true,
                                true,
                                null,
                                1_610_000_000L,
                                900_000L,
                                2_100_500L,
                                187_000,
                                loss,
                                null),
                        new Weighed(
                                "acme/deep",
                                "high",
                                false,
                                false,
                                failed,
                                null,
                                null,
                                null,
                                null,
                                null,
                                62_500_000_000L)));
        var written = new StringWriter();
        try (var out = JsonForms.factory().createGenerator(written)) {
            ExplanationJson.write(out, explanation);
        }

        assertThat(written).hasToString("""
                {"buckets":[],"rules":[],"candidates":[\
                {"model":"acme/quick","effort":"none","chosen":true,"qualified":true,"cost_usd":0.00161,\
                "latency_ms":{"mean":900,"p95":2101},"error_probability":0.187,"loss_usd":12345.67890123456789},\
                {"model":"acme/deep","effort":"high","chosen":false,"qualified":false,\
                "failed":{"condition":"cost <= $0.01","met":"cost is $0.0161","file":"policy.mete","line":1,"column":7,\
                "end_line":1,"end_column":20},"break_even_error_cost_usd":62.5}],"limits":[]}""");
    }

    private static String estimate(Estimate estimate) throws IOException {
        return answer(decided(estimate, null)).replaceAll(".*\"estimate\":(.*),\"fallbacks\".*", "$1");
    }

    private static Decision decided(Estimate estimate, @Nullable Chosen chosen) {
        return new Decision(
                Bucket.MAYBE,
                "r",
                new Plan(DEEP, Effort.NONE, 600, 0, Plan.NO_TIMEOUT),
                Asked.NOTHING_ELSE,
                List.of(),
                List.of(),
                List.of(),
                estimate,
                chosen);
    }

    private static PolicyInfo info(CatalogStamp catalog) {
        return new PolicyInfo("p", "mete", "native", "sha256:5f", catalog, List.of(), List.of(), List.of(), List.of());
    }

    private static String answer(Decision decision) throws IOException {
        var written = new StringWriter();
        try (var out = JsonForms.factory().createGenerator(written)) {
            DecisionJson.write(out, "01JD", POLICY, decision);
        }
        return written.toString();
    }
}
