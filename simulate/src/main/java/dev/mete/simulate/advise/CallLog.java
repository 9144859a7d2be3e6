package dev.mete.simulate.advise;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.task.TaskSchema;
import dev.mete.simulate.report.TrafficReport;
import dev.mete.simulate.report.TrafficReport.BrokenLine;
import dev.mete.simulate.traffic.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The log of decisions and outcomes: reads it, in memory that does not grow with it, and says what follows. Not thread-safe. */
public final class CallLog {
    private static final double ALPHA = 0.05;
    private static final int MOST_GROUPS = 10_000;
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final double SECONDS_PER_DAY = 86_400;

    private final Catalog catalog;
    private final Settings settings;
    private final ReadCall reader;
    private final Map<Group.Key, Group> groups = new LinkedHashMap<>();
    private final List<BrokenLine> firstBroken = new ArrayList<>();
    private long broken;
    private long calls;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /**
     * A log at the catalog's prices.
     *
     * @param schema of the policy that decided, for its defaults; null for what every policy has
     */
    public CallLog(Catalog catalog, @Nullable TaskSchema schema, Settings settings) {
        this.catalog = catalog;
        this.settings = settings;
        this.reader = new ReadCall(schema == null ? Weights.standard() : Weights.of(schema), settings.attempts());
    }

    /** Reads a log of lines of JSON to its end. */
    public Advice read(InputStream in, String name) throws IOException {
        var lines = new Lines(in);
        while (lines.next()) {
            try {
                if (lines.isTooLong()) {
                    throw new ReadCall.Unusable("the line is longer than 1 MiB");
                }
                take(reader.of(lines.bytes()));
            } catch (ReadCall.Unusable e) {
                broken++;
                if (firstBroken.size() < TrafficReport.MOST_TOLD) {
                    firstBroken.add(new BrokenLine(lines.number(), e.reason()));
                }
            }
        }
        return advice(new TrafficReport(name, calls + broken, calls, broken, firstBroken));
    }

    private void take(Call call) throws ReadCall.Unusable {
        var key = new Group.Key(call.rule(), call.model(), call.effort());
        Group group = groups.get(key);
        if (group == null) {
            if (groups.size() == MOST_GROUPS) {
                throw new ReadCall.Unusable(
                        "it is of another rule, model or effort than the " + MOST_GROUPS + " before");
            }
            group = new Group(key, catalog.model(call.model()).orElse(null));
            groups.put(key, group);
        }
        group.add(call);
        calls++;
        if (call.at() != null) {
            first = first == null || call.at().isBefore(first) ? call.at() : first;
            last = last == null || call.at().isAfter(last) ? call.at() : last;
        }
    }

    private Advice advice(TrafficReport log) {
        Collection<List<Group>> rules = groups.values().stream()
                .collect(Collectors.groupingBy(group -> group.key.rule(), LinkedHashMap::new, Collectors.toList()))
                .values();
        var pairs = rules.stream()
                .flatMap(rule -> CompareEfforts.pairs(rule).stream())
                .toList();
        var compare = new CompareEfforts(settings.margin(), ALPHA / Math.max(1, pairs.size()));
        var found = new ArrayList<Finding>();
        pairs.forEach(pair -> found.add(compare.compare(pair)));
        for (List<Group> rule : rules) {
            if (rule.size() == 1) {
                alone(compare, rule.getFirst(), found);
            }
        }
        for (Group group : groups.values()) {
            FindCaps.of(group).ifPresent(found::add);
            FindDeadlines.of(group, settings.attempts()).ifPresent(found::add);
        }
        Double perDay = perDay();
        Double share = perDay == null ? null : (Double) (perDay / calls);
        var ranked = found.stream()
                .map(finding -> finding.atRate(share))
                .sorted(Comparator.comparing(Finding::rank).reversed().thenComparing(Finding::kind))
                .toList();
        long unpriced = calls
                - groups.values().stream()
                        .mapToLong(group -> group.cost.count())
                        .sum();
        BigDecimal rate = perDay == null ? null : new BigDecimal(perDay, MathContext.DECIMAL32);
        return new Advice(
                log,
                unpriced,
                first,
                last,
                rate,
                catalog.time(),
                pairs.size(),
                BigDecimal.valueOf(settings.margin()),
                ranked);
    }

    private static void alone(CompareEfforts compare, Group group, List<Finding> found) {
        Effort lower = group.model == null ? null : group.model.efforts().lower(group.key.effort());
        if (lower != null) {
            found.add(compare.alone(group, lower));
        }
    }

    private @Nullable Double perDay() {
        if (settings.perDay() != null) {
            return settings.perDay().doubleValue();
        }
        if (first == null || last == null || Duration.between(first, last).compareTo(SHORTEST) < 0) {
            return null;
        }
        return calls * SECONDS_PER_DAY / Duration.between(first, last).toSeconds();
    }
}
