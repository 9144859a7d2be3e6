package dev.mete.simulate.report.html;

import dev.mete.simulate.report.Comparison;
import dev.mete.simulate.report.ContenderReport;
import dev.mete.simulate.report.Group;
import dev.mete.simulate.report.Interval;
import dev.mete.simulate.report.Latency;
import dev.mete.simulate.report.Patience;
import dev.mete.simulate.report.Rate;
import dev.mete.simulate.report.SimulationReport;
import dev.mete.simulate.report.Unknown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the report of a simulation as one page for people who decide about money. The page loads nothing: style, script and charts are in it. Stateless. */
public final class HtmlReport {
    /** Chart.js, MIT, in the distribution of its webjar. */
    static final String CHARTS = "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    /** What browsers hold the page to: only what is written in it runs, and nothing is asked of anybody. */
    private static final String LOADS_NOTHING =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'";

    private final SimulationReport report;
    private final Html html = new Html();

    private HtmlReport(SimulationReport report) {
        this.report = report;
    }

    /** The page. */
    public static String of(SimulationReport report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        headline();
        money();
        where();
        latency();
        changes();
        gaps();
        origin();
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + LOADS_NOTHING + "\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>What policies cost</title>\n<style>"
                + resource("report.css") + "</style></head><body>\n" + html
                + "<script type=\"application/json\" id=\"data\">" + new ChartData(report).json()
                + "</script>\n<script>"
                + resource(CHARTS) + "</script>\n<script>" + resource("report.js") + "</script></body></html>\n";
    }

    private void headline() {
        html.element("h1", "What policies cost");
        report.notes().forEach(note -> html.element("p", "note", note));
        html.element("noscript", "Charts need scripts; the tables say the same without them.");
        for (Comparison comparison : report.comparisons()) {
            ContenderReport before = contender(comparison.before());
            ContenderReport after = contender(comparison.after());
            html.element("p", matter(before, after));
            html.open("section", "cards");
            boolean isDaily = before.rate() != null && after.rate() != null;
            total(before, isDaily);
            total(after, isDaily);
            if (comparison.savedPercent() != null) {
                boolean isLess = comparison.savedPercent().signum() >= 0;
                card(isLess ? "less" : "more", comparison.savedPercent().abs().toPlainString() + " %");
            }
            if (comparison.savedPerYear() != null) {
                boolean isLess = comparison.savedPerYear().signum() >= 0;
                card(
                        isLess ? "saved in a year" : "more in a year",
                        Figures.dollars(comparison.savedPerYear().abs()));
            }
            html.close("section");
            if (comparison.savedDollars() == null) {
                html.element(
                        "p",
                        comparison.after() + " and " + comparison.before()
                                + " cannot be compared by cost: it is not known of all requests of both, or one of them answers fewer.");
            }
        }
    }

    private void card(String name, String figure) {
        html.open("div", "card").element("b", figure).element("span", name).close("div");
    }

    private ContenderReport contender(String name) {
        return report.contenders().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String matter(ContenderReport before, ContenderReport after) {
        return before.kind() == ContenderReport.Kind.CONTROL
                ? after.name() + " beside its control: the same shares of models and efforts, given out at random."
                : "Before: " + before.name() + ". After: " + after.name() + ".";
    }

    private void total(ContenderReport contender, boolean isDaily) {
        Rate rate = contender.rate();
        if (isDaily && rate != null) {
            html.open("div", "card")
                    .element("b", Figures.dollars(rate.dollarsPerDay()) + " a day")
                    .element("b", Figures.dollars(rate.dollarsPerYear()) + " a year")
                    .element("span", contender.name())
                    .close("div");
        } else {
            card(
                    contender.name(),
                    Figures.known(
                            contender.total().dollars(),
                            Figures::dollars,
                            contender.total().unknown().costs()));
        }
    }

    private void money() {
        html.element("h2", "Money");
        html.chart("money", "What the calls cost, each way of deciding");
        var rows = new ArrayList<List<String>>();
        for (ContenderReport contender : report.contenders()) {
            Group total = contender.total();
            Unknown unknown = total.unknown();
            Rate rate = contender.rate();
            rows.add(List.of(
                    contender.name(),
                    Figures.count(total.requests()),
                    Figures.known(total.dollars(), Figures::dollars, unknown.costs()),
                    rate == null ? "–" : Figures.dollars(rate.dollarsPerDay()),
                    rate == null ? "–" : Figures.dollars(rate.dollarsPerYear()),
                    Figures.known(total.thinkingTokens(), Figures::count, unknown.tokens()),
                    Figures.known(total.visibleTokens(), Figures::count, unknown.tokens()),
                    Figures.known(total.errors(), Figures::count, unknown.errors()),
                    Figures.known(total.errorDollars(), Figures::dollars, unknown.errorCosts())));
        }
        html.table(
                List.of(
                        "",
                        "requests",
                        "calls",
                        "a day",
                        "a year",
                        "hidden tokens",
                        "visible tokens",
                        "wrong answers",
                        "cost of wrong and cut-off answers"),
                rows);
    }

    private void where() {
        html.element("h2", "Where it goes");
        by("buckets", "bucket", ContenderReport::byBucket);
        by("rules", "rule", ContenderReport::byRule);
        by("models", "model and effort", ContenderReport::byModel);
        by("tenants", "tenant", ContenderReport::byTenant);
    }

    private void by(String chart, String what, Function<ContenderReport, List<Group>> groups) {
        if (report.contenders().stream()
                .allMatch(contender -> groups.apply(contender).isEmpty())) {
            return;
        }
        html.element("h3", "By " + what);
        html.chart(chart, "Price of the calls by " + what);
        var rows = new ArrayList<List<String>>();
        for (ContenderReport contender : report.contenders()) {
            for (Group group : groups.apply(contender)) {
                rows.add(List.of(
                        group.name(),
                        contender.name(),
                        Figures.count(group.requests()),
                        Figures.known(
                                group.dollars(),
                                Figures::dollars,
                                group.unknown().costs()),
                        Figures.percent(group.dollars(), contender.total().dollars()),
                        Figures.known(
                                group.errors(), Figures::count, group.unknown().errors())));
            }
        }
        html.unfolded("Figures");
        html.table(List.of(what, "decided by", "requests", "calls", "share", "wrong answers"), rows);
        html.close("details");
    }

    private void latency() {
        html.element("h2", "How long callers wait");
        if (report.contenders().stream().anyMatch(contender -> contender.total().latency() != null)) {
            html.chart("latency", "Seconds until half, 95 and 99 in 100 of the answers are there");
        }
        var rows = new ArrayList<List<String>>();
        for (ContenderReport contender : report.contenders()) {
            Latency latency = contender.total().latency();
            Interval all = Interval.exactly(contender.total().requests());
            Unknown unknown = contender.total().unknown();
            rows.add(List.of(
                    contender.name(),
                    latency == null ? "–" : Figures.seconds(latency.p50()),
                    latency == null ? "–" : Figures.seconds(latency.p95()),
                    latency == null ? "–" : Figures.seconds(latency.p99()),
                    Figures.known(
                            contender.total().misses(),
                            misses -> Figures.percent(misses, all),
                            unknown.deadlines() + unknown.latencies()),
                    Figures.known(
                            contender.total().cutOffs(), cutOffs -> Figures.percent(cutOffs, all), unknown.tokens())));
        }
        html.table(
                List.of("", "half", "95 in 100", "99 in 100", "later than the caller waits", "cut off by the cap"),
                rows);
        patience();
    }

    private void patience() {
        var rows = new ArrayList<List<String>>();
        for (ContenderReport contender : report.contenders()) {
            if (contender.patience() != null) {
                rows.add(Stream.concat(
                                Stream.of(contender.name()),
                                contender.patience().bands().stream()
                                        .map(band -> Figures.percent(band.share(), BigDecimal.ONE)))
                        .toList());
            }
        }
        if (rows.isEmpty()) {
            html.element("p", "No request says how long its caller waits, or no latency is known.");
            return;
        }
        html.element("h3", "Beside what callers would wait");
        html.chart(
                "patience",
                "Share of the answers, by how much of the time that their caller would wait they take; past 100 % they come too late");
        html.table(Stream.concat(Stream.of(""), Patience.labels().stream()).toList(), rows);
    }

    private void changes() {
        for (Comparison comparison : report.comparisons()) {
            if (comparison.changed() == null) {
                continue;
            }
            html.element("h2", "What changed from " + comparison.before() + " to " + comparison.after());
            html.element(
                    "p",
                    Figures.count(BigDecimal.valueOf(comparison.changed()))
                            + " requests get another model or effort."
                            + (comparison.savedDollars() == null
                                    ? ""
                                    : " The calls cost " + amount(comparison.savedDollars()) + ".")
                            + (comparison.savedErrors() == null
                                    ? ""
                                    : " " + answers(comparison.savedErrors()) + " are wrong.")
                            + (comparison.savedMisses() == null
                                    ? ""
                                    : " " + answers(comparison.savedMisses()) + " come too late."));
            html.table(
                    List.of("rule before", "plan before", "rule after", "plan after", "requests", "saved"),
                    comparison.changes().stream()
                            .map(change -> List.of(
                                    change.ruleBefore(),
                                    change.planBefore(),
                                    change.ruleAfter(),
                                    change.planAfter(),
                                    Figures.count(BigDecimal.valueOf(change.requests())),
                                    change.savedDollars() == null ? "–" : Figures.dollars(change.savedDollars())))
                            .toList());
        }
    }

    private static String amount(Interval saved) {
        return saved.mean().signum() < 0
                ? Figures.dollars(saved.negated()) + " more"
                : Figures.dollars(saved) + " less";
    }

    private static String answers(Interval saved) {
        return saved.mean().signum() < 0
                ? Figures.count(saved.negated()) + " more answers"
                : Figures.count(saved) + " fewer answers";
    }

    private void gaps() {
        var gaps = new ArrayList<String>();
        for (ContenderReport contender : report.contenders()) {
            contender
                    .rulesNeverHit()
                    .forEach(rule ->
                            gaps.add("In " + contender.name() + " no request reached the rule “" + rule + "”."));
            if (contender.refused() > 0) {
                gaps.add(contender.name() + " refused " + contender.refused() + " requests.");
            }
            if (contender.failed() > 0) {
                gaps.add(contender.name() + " failed at " + contender.failed() + " requests.");
            }
            unknown(contender, gaps);
        }
        report.traffic()
                .firstBroken()
                .forEach(line -> gaps.add("Line " + line.line() + " was left out: " + line.reason()));
        if (!gaps.isEmpty()) {
            html.element("h2", "What is missing").list(gaps);
        }
    }

    private static void unknown(ContenderReport contender, List<String> gaps) {
        Unknown unknown = contender.total().unknown();
        gap(contender, unknown.costs(), "have no known price and are left out of the sums", gaps);
        gap(contender, unknown.latencies(), "have no known latency", gaps);
        gap(contender, unknown.deadlines(), "do not say how long their caller waits", gaps);
        gap(contender, unknown.errors(), "have no known probability of an error", gaps);
        gap(contender, unknown.errorCosts(), "have errors whose cost is not known", gaps);
    }

    private static void gap(ContenderReport contender, long requests, String what, List<String> gaps) {
        if (requests > 0) {
            gaps.add("With " + contender.name() + ", " + Figures.count(BigDecimal.valueOf(requests)) + " requests "
                    + what + ".");
        }
    }

    private void origin() {
        html.element("h2", "How this was made");
        var traffic = report.traffic();
        var facts = new ArrayList<String>();
        facts.add("Traffic: " + traffic.name() + ", " + Figures.count(BigDecimal.valueOf(traffic.requests()))
                + " requests"
                + (traffic.broken() == 0 ? "." : ", " + traffic.broken() + " broken lines left out."));
        facts.add("Catalog " + report.catalog() + ", prices of " + report.prices() + ".");
        facts.add("Drawn " + report.seeds() + " times from seed " + report.seed()
                + "; figures in brackets are 95 % intervals over the draws.");
        facts.addAll(report.assumptions());
        html.list(facts);
    }

    static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the build's " + name + " cannot be read", e);
        }
    }
}
