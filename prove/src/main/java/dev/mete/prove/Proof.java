package dev.mete.prove;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.EnsureIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.prove.search.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is proved of a policy. Immutable.
 *
 * @param unreached lines that no task comes to, in the order of the policy
 * @param undecided names of lines of which that could not be told in time
 * @param claims the policy's own claims, then those that were asked
 * @param fallThrough the tasks for which no rule holds
 */
public record Proof(
        List<Unreached> unreached, List<String> undecided, List<Claim> claims, FallThrough.Found fallThrough) {
    public Proof {
        unreached = List.copyOf(unreached);
        undecided = List.copyOf(undecided);
        claims = List.copyOf(claims);
    }

    /**
     * A line that no task comes to.
     *
     * @param kind `rule`, `bucket line`, `limit` or `otherwise`
     * @param covering the names of the lines that take all of its tasks; none where its own condition never holds
     */
    public record Unreached(String kind, String name, Span span, List<String> covering) {
        public Unreached {
            covering = List.copyOf(covering);
        }
    }

    /** A claim, and what came of it. */
    public record Claim(EnsureIr claim, Claimed result) {}

    /** Whether every claim was proved. */
    public boolean isProved() {
        return claims.stream().allMatch(claim -> claim.result() instanceof Claimed.Holds);
    }

    /**
     * Proves what can be proved.
     *
     * @param claims what is claimed beside the policy's own claims
     * @param time for each question
     * @param regions how many regions of what falls through are described
     */
    public static Proof of(PolicyIr policy, List<EnsureIr> claims, Duration time, int regions) {
        var all = new ArrayList<>(policy.ensures());
        all.addAll(claims);
        var prover = new Prover(policy.claiming(all), Budget.of(time));
        var proved = all.stream()
                .map(claim -> new Claim(claim, prover.ensure(claim)))
                .toList();
        var lines = new LinesOf(policy, prover);
        lines.prove();
        return new Proof(lines.unreached, lines.undecided, proved, prover.fallThrough(regions));
    }

    /** Goes through the lines of a policy. */
    private static final class LinesOf {
        private final PolicyIr policy;
        private final Prover prover;
        private final List<Unreached> unreached = new ArrayList<>();
        private final List<String> undecided = new ArrayList<>();

        LinesOf(PolicyIr policy, Prover prover) {
            this.policy = policy;
            this.prover = prover;
        }

        void prove() {
            var buckets = policy.buckets().stream().map(line -> line.name()).toList();
            for (int at = 0; at < buckets.size(); at++) {
                boolean isLast = policy.buckets().get(at).when() instanceof Condition.Always;
                if (!isLast) {
                    add(
                            "bucket line",
                            buckets.get(at),
                            policy.buckets().get(at).span(),
                            prover.bucketLine(at),
                            buckets);
                }
            }
            var rules = policy.rules().stream().map(rule -> rule.name()).toList();
            for (int at = 0; at < rules.size(); at++) {
                add("rule", rules.get(at), policy.rules().get(at).span(), prover.rule(at), rules);
            }
            for (int at = 0; at < policy.limits().size(); at++) {
                var limit = policy.limits().get(at);
                add("limit", limit.name(), limit.span(), prover.limit(at), List.of());
            }
        }

        private void add(String kind, String name, Span span, Reached reached, List<String> names) {
            switch (reached) {
                case Reached.By _ -> {}
                case Reached.Never(var covering) ->
                    unreached.add(new Unreached(
                            kind, name, span, covering.stream().map(names::get).toList()));
                case Reached.NotDecided() -> undecided.add(kind + " " + name);
            }
        }
    }
}
