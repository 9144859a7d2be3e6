package dev.mete.simulate.run;

import dev.mete.engine.task.Task;
import dev.mete.engine.task.Value;
import dev.mete.simulate.report.Group;
import dev.mete.simulate.report.Patience;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sums of one contender: all requests, and by bucket, rule, model and tenant. Not thread-safe. */
final class Ledger {
    /** How many tenants are told apart. */
    static final int MOST_TENANTS = 100;

    private static final String OTHERS = "others";
    private static final String TENANT = "tenant";

    private final int seeds;
    private final Waits waits = new Waits();

    /** A request counts in the tally of its kind and in that of its tenant; all else is put together of them. */
    private final Map<Kind, Tally> byKind = new LinkedHashMap<>();

    private final Told<String, Tally> byTenant;
    private long refused;
    private long failed;

    Ledger(int seeds) {
        this(seeds, new Told<>(new FirstNames<>(MOST_TENANTS), OTHERS, () -> new Tally(seeds), Tally::add));
    }

    private Ledger(int seeds, Told<String, Tally> byTenant) {
        this.seeds = seeds;
        this.byTenant = byTenant;
    }

    /** What requests have in common; bucket and rule are empty for what is no policy. */
    private record Kind(String bucket, String rule, String plan) {}

    /** The sums of other lines of the same traffic. */
    Ledger part() {
        return new Ledger(seeds, byTenant.part());
    }

    /** Ends a block of a part; what it returns adds to this ledger what waited for its end. */
    Runnable endBlock(Ledger part) {
        var ended = part.byTenant.endBlock();
        return ended.isEmpty() ? Nothing.TO_DO : () -> byTenant.add(ended);
    }

    /** Adds all of a part. */
    void add(Ledger part) {
        part.byKind.forEach((kind, tally) ->
                byKind.computeIfAbsent(kind, _ -> new Tally(seeds)).add(tally));
        byTenant.add(part.byTenant);
        waits.add(part.waits);
        refused += part.refused;
        failed += part.failed;
    }

    /** All tallies that a request counts in. */
    List<Tally> places(Choice.Sends choice, Task task) {
        Tally ofKind = byKind.computeIfAbsent(
                new Kind(choice.bucket(), choice.rule(), choice.planName()), _ -> new Tally(seeds));
        String tenant = tenant(task);
        return tenant.isEmpty() ? List.of(ofKind) : List.of(ofKind, byTenant.of(tenant));
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
        return by(_ -> "total").getOrDefault("total", new Tally(seeds));
    }

    List<Group> byBucket() {
        return groups(by(Kind::bucket));
    }

    List<Group> byRule() {
        return groups(by(Kind::rule));
    }

    List<Group> byModel() {
        return groups(by(Kind::plan));
    }

    List<Group> byTenant() {
        return groups(byTenant.all());
    }

    /** Tallies put together by what their kinds have in common, but for those of no name. */
    private Map<String, Tally> by(Function<Kind, String> name) {
        var all = new LinkedHashMap<String, Tally>();
        byKind.forEach((kind, tally) -> {
            if (!name.apply(kind).isEmpty()) {
                all.computeIfAbsent(name.apply(kind), _ -> new Tally(seeds)).add(tally);
            }
        });
        return all;
    }

    /** A mean over the seeds, rounded up. */
    long refused() {
        return Math.ceilDiv(refused, seeds);
    }

    /** A mean over the seeds, rounded up. */
    long failed() {
        return Math.ceilDiv(failed, seeds);
    }

    /** The rules that have decided. */
    Set<String> rules() {
        return byKind.keySet().stream().map(Kind::rule).collect(Collectors.toSet());
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
