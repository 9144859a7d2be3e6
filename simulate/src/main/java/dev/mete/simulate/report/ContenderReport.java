package dev.mete.simulate.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all traffic comes to under one way to decide it. Immutable.
 *
 * @param name the policy's name, the baseline's {@code model/effort}, or {@code control of NAME}
 * @param revision of the policy; null for others
 * @param rate null where a cost is unknown, or nothing says how many requests a day there are
 * @param byModel named {@code model/effort}
 * @param byTenant the first hundred tenants, the rest as {@code others}; empty where no task names one
 * @param rulesNeverHit rules of the policy that decided no request, in order
 * @param patience null where no latency is known of a request that says how long its caller waits
 * @param refused requests that no model could take
 * @param failed requests at which the policy failed
 */
public record ContenderReport(
        String name,
        Kind kind,
        @Nullable String revision,
        Group total,
        @Nullable Rate rate,
        List<Group> byBucket,
        List<Group> byRule,
        List<Group> byModel,
        List<Group> byTenant,
        List<String> rulesNeverHit,
        @Nullable Patience patience,
        long refused,
        long failed) {
    /** Who decides. */
    public enum Kind {
        /** A policy. */
        POLICY,
        /** One model and effort for everything. */
        BASELINE,
        /** Model and effort of another task's decision, at random. */
        CONTROL
    }

    public ContenderReport {
        byBucket = List.copyOf(byBucket);
        byRule = List.copyOf(byRule);
        byModel = List.copyOf(byModel);
        byTenant = List.copyOf(byTenant);
        rulesNeverHit = List.copyOf(rulesNeverHit);
    }
}
