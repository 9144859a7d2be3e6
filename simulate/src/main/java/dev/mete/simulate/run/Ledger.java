package dev.mete.simulate.run;

import dev.mete.engine.task.Task;
import dev.mete.engine.task.Value;
import dev.mete.simulate.report.Group;
import dev.mete.simulate.report.Patience;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sums of one contender: all requests, and by bucket, rule, model and tenant. Not thread-safe. */
final class Ledger {
    /** How many tenants are told apart. */
    static final int MOST_TENANTS = 100;

    private static final String OTHERS = "others";
    private static final String TENANT = "tenant";

    private final int seeds;
    private final Tally total;
    private final Waits waits = new Waits();
    private final Map<String, Tally> byBucket = new LinkedHashMap<>();
    private final Map<String, Tally> byRule = new LinkedHashMap<>();
    private final Map<String, Tally> byModel = new LinkedHashMap<>();
    private final Map<String, Tally> byTenant = new LinkedHashMap<>();
    private long refused;
    private long failed;

    Ledger(int seeds) {
        this.seeds = seeds;
        this.total = new Tally(seeds);
    }

    /** All tallies that a request counts in. */
    List<Tally> places(Choice.Sends choice, Task task) {
        var places = new ArrayList<Tally>();
        places.add(total);
        places.add(byModel.computeIfAbsent(choice.planName(), _ -> new Tally(seeds)));
        if (!choice.rule().isEmpty()) {
            places.add(byRule.computeIfAbsent(choice.rule(), _ -> new Tally(seeds)));
            places.add(byBucket.computeIfAbsent(choice.bucket(), _ -> new Tally(seeds)));
        }
        String tenant = tenant(task);
        if (!tenant.isEmpty()) {
            boolean isTold = byTenant.containsKey(tenant) || byTenant.size() < MOST_TENANTS;
            places.add(byTenant.computeIfAbsent(isTold ? tenant : OTHERS, _ -> new Tally(seeds)));
        }
        return places;
    }

    private static String tenant(Task task) {
        int slot = task.schema().slot(TENANT);
        return slot >= 0 && task.value(slot) instanceof Value.Words(String text) ? text : "";
    }

    /** Adds what one request came to under a seed, as often as given, to all that it counts in. */
    void add(List<Tally> places, int seed, Drawn drawn, long times) {
        for (Tally place : places) {
            place.add(seed, drawn, times);
        }
        if (drawn.latencyMillis() >= 0 && drawn.toleranceMillis() >= 0) {
            waits.add(drawn.latencyMillis(), drawn.toleranceMillis(), times);
        }
    }

    @Nullable
    Patience patience() {
        return waits.patience();
    }

    /** Counts requests of one seed that no model can take. */
    void refuse(long requests) {
        refused += requests;
    }

    /** Counts requests of one seed at which the policy fails. */
    void fail(long requests) {
        failed += requests;
    }

    Tally total() {
        return total;
    }

    List<Group> byBucket() {
        return groups(byBucket);
    }

    List<Group> byRule() {
        return groups(byRule);
    }

    List<Group> byModel() {
        return groups(byModel);
    }

    List<Group> byTenant() {
        return groups(byTenant);
    }

    /** A mean over the seeds, rounded up. */
    long refused() {
        return Math.ceilDiv(refused, seeds);
    }

    /** A mean over the seeds, rounded up. */
    long failed() {
        return Math.ceilDiv(failed, seeds);
    }

    boolean hasDecided(String rule) {
        return byRule.containsKey(rule);
    }

    /** The dearest first. */
    private static List<Group> groups(Map<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().group(entry.getKey()))
                .sorted(Comparator.comparing(Ledger::dollars).reversed().thenComparing(Group::name))
                .toList();
    }

    private static BigDecimal dollars(Group group) {
        return group.dollars() == null ? BigDecimal.ZERO : group.dollars().mean();
    }
}
