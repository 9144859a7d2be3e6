package dev.mete.simulate.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mete.simulate.report.Comparison;
import dev.mete.simulate.report.ContenderReport;
import dev.mete.simulate.report.Group;
import dev.mete.simulate.report.Interval;
import dev.mete.simulate.report.Latency;
import dev.mete.simulate.report.Patience;
import dev.mete.simulate.report.Rate;
import dev.mete.simulate.report.SimulationReport;
import dev.mete.simulate.report.TrafficReport;
import dev.mete.simulate.report.Unknown;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String NASTY = "</script><b>\"&'\u2028";

    @Test
    void thePageSaysWhatIsSavedFirst() {
        String page = HtmlReport.of(report());
        assertThat(page)
                .contains("<b>$3,000.00 a day</b>", "<b>$970.00 a day</b>", "<b>67.7 %</b>", "<b>$740,950.00</b>")
                .contains("<b>$1,095,000.00 a year</b>", "<b>$354,050.00 a year</b>")
                .contains("<p class=\"note\">a reconstruction</p>");
    }

    @Test
    void thePageLoadsNothing() {
        // But for the library, which names addresses in its words.
        String page = HtmlReport.of(report()).replace(HtmlReport.resource(HtmlReport.CHARTS), "");
        assertThat(page)
                .hasSizeLessThan(30_000)
                .doesNotContainPattern("(?i)src=|href=|@import|url\\(|https?:|fetch\\(");
    }

    @Test
    void figuresStandBesideEveryChartWithoutAScript() {
        String page = HtmlReport.of(report());
        assertThat(page.split("<canvas ", -1)).hasSize(page.split("<tbody>", -1).length - 1);
        assertThat(page).doesNotContain("<details>").contains("<noscript>");
    }

    @Test
    void latencyStandsBesideWhatCallersWait() {
        assertThat(HtmlReport.of(report()))
                .contains("data-chart=\"patience\"", "<th>later</th>")
                .containsPattern("<td>87.5 %</td>\\s*<td>12.5 %</td>");
    }

    @Test
    void whatIsNotKnownIsNeverShownAsNothing() {
        Group unknown = new Group(
                "total",
                BigDecimal.TEN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new Unknown(10, 10, 10, 10, 10, 10));
        var dark = new ContenderReport(
                "dark",
                ContenderReport.Kind.BASELINE,
                null,
                unknown,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                0);
        var before = report();
        var report = new SimulationReport(
                List.of(),
                "sha256:1",
                before.prices(),
                before.traffic(),
                5,
                1,
                List.of(dark, contender("after", "970")),
                List.of(new Comparison("dark", "after", null, null, null, null, null, null, null, List.of())),
                List.of());

        assertThat(HtmlReport.of(report))
                .contains("<b>unknown</b>", "<b>$970.00</b>", "after and dark cannot be compared by cost")
                .doesNotContain("<b>$0.00", "a day</b>", "a year</b>");
    }

    @Test
    void noNameEndsWhatItStandsIn() {
        String page = HtmlReport.of(report());
        assertThat(page.split("</script>", -1)).hasSize(4);
        assertThat(page).contains("&lt;/script&gt;&lt;b&gt;&quot;&amp;&#39;").doesNotContain("<b>\"&'");
    }

    @Test
    void theChartsDrawTheLargestGroupsAndTheRestTogether() throws IOException {
        JsonNode charts =
                new ObjectMapper().readTree(new ChartData(report()).json()).get("charts");
        JsonNode rules = charts.get("rules");
        assertThat(rules.get("labels")).hasSize(13);
        assertThat(rules.get("labels").get(0).asText()).isEqualTo("rule 19");
        assertThat(rules.get("labels").get(12).asText()).isEqualTo("others");
        double sum = 0;
        for (JsonNode number : rules.get("rows").get(0)) {
            sum += number.asDouble();
        }
        assertThat(sum).isEqualTo(190);
        assertThat(charts.get("latency").get("rows").get(0).get(1).asDouble()).isEqualTo(52);
    }

    private static SimulationReport report() {
        return new SimulationReport(
                List.of("a reconstruction"),
                "sha256:1",
                Instant.parse("2026-11-22T00:00:00Z"),
                new TrafficReport("traffic.ndjson", 2, 10_000, 1, List.of(new TrafficReport.BrokenLine(7, NASTY))),
                5,
                1,
                List.of(contender("before", "3000"), contender("after", "970")),
                List.of(new Comparison(
                        "before",
                        "after",
                        exactly("2030"),
                        new BigDecimal("67.7"),
                        new BigDecimal("740950"),
                        exactly("0"),
                        exactly("12"),
                        null,
                        7_000L,
                        List.of(new Comparison.Change(
                                NASTY, "a/high", "quick", "b/none", 7_000, new BigDecimal("2030"))))),
                List.of("thinking is drawn"));
    }

    private static ContenderReport contender(String name, String dollars) {
        var rate = new Rate(
                10_000,
                new BigDecimal(dollars),
                new BigDecimal(dollars).multiply(BigDecimal.valueOf(365)),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        var rules = IntStream.range(0, 20)
                .mapToObj(rule -> group("rule " + rule, Integer.toString(rule)))
                .toList();
        return new ContenderReport(
                name,
                ContenderReport.Kind.POLICY,
                "sha256:2",
                group(name, dollars),
                rate,
                List.of(group("use", dollars)),
                rules,
                List.of(group(NASTY, dollars)),
                List.of(),
                List.of("never"),
                new Patience(List.of(
                        new Patience.Band(100, new BigDecimal("0.875")),
                        new Patience.Band(null, new BigDecimal("0.125")))),
                0,
                0);
    }

    private static Group group(String name, String dollars) {
        return new Group(
                name,
                new BigDecimal(10_000),
                exactly(dollars),
                new BigDecimal(dollars),
                exactly("1000"),
                exactly("2000"),
                new Latency(21_000, 52_000, 60_000, 70_000),
                new Interval(BigDecimal.TEN, BigDecimal.ONE, new BigDecimal(20)),
                exactly("0"),
                exactly("3"),
                BigDecimal.ONE,
                exactly("30"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new Unknown(0, 0, 12, 0, 0, 0));
    }

    private static Interval exactly(String figure) {
        return Interval.exactly(new BigDecimal(figure));
    }
}
