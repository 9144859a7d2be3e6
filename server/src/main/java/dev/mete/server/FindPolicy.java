package dev.mete.server;

import dev.mete.engine.diagnostic.NearestName;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.Problem.Item;
import dev.mete.server.problem.ProblemException;
import dev.mete.server.problem.ProblemKind;
import dev.mete.server.reload.FailedLoad;
import dev.mete.server.reload.ServedPolicies;
import dev.mete.server.reload.ServedPolicy;
import dev.mete.server.reload.Snapshot;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the policy that an address means, or says which there are. Thread-safe. */
final class FindPolicy {
    private final ServedPolicies policies;
    private final @Nullable String defaultPolicy;

    FindPolicy(ServedPolicies policies, @Nullable String defaultPolicy) {
        this.policies = policies;
        this.defaultPolicy = defaultPolicy;
    }

    /** The policy of a name. */
    ServedPolicy named(String name) {
        return policies.find(name).orElseThrow(() -> unknown(name));
    }

    private ProblemException unknown(String name) {
        return new ProblemException(Problem.of(
                ProblemKind.UNKNOWN_POLICY,
                "there is no policy `" + name + "`",
                NearestName.help(name, policies.names())));
    }

    /** The policy of an address, which may name none. */
    ServedPolicy of(@Nullable String name) {
        if (name != null) {
            return named(name);
        }
        if (defaultPolicy != null) {
            return named(defaultPolicy);
        }
        var all = List.copyOf(policies.all());
        if (all.size() == 1) {
            return all.getFirst();
        }
        throw new ProblemException(Problem.of(
                ProblemKind.NO_DEFAULT_POLICY,
                "there are " + all.size() + " policies and none of them is the default",
                "name one in the address, as in /v1/policies/{policy}/decide, or start the service with --default; there are: "
                        + String.join(", ", policies.names())));
    }

    /** The policy of an address, which may name none; null where there is no such policy. */
    @Nullable
    ServedPolicy orNull(@Nullable String name) {
        String wanted = name == null ? defaultPolicy : name;
        if (wanted != null) {
            return policies.find(wanted).orElse(null);
        }
        Iterator<ServedPolicy> all = policies.all().iterator();
        ServedPolicy first = all.hasNext() ? all.next() : null;
        return all.hasNext() ? null : first;
    }

    /** The default policy's name, where there is one. */
    @Nullable
    String defaultName() {
        if (defaultPolicy != null) {
            return defaultPolicy;
        }
        var names = List.copyOf(policies.names());
        return names.size() == 1 ? names.getFirst() : null;
    }

    /** The good revision of a policy, for the caller to release. */
    Snapshot acquire(ServedPolicy policy) {
        Snapshot snapshot = policy.acquire();
        if (snapshot != null) {
            return snapshot;
        }
        if (policies.find(policy.name()).filter(found -> found == policy).isEmpty()) {
            // removed since it was found
            throw unknown(policy.name());
        }
        List<Item> problems = policy.failed().map(FailedLoad::diagnostics).orElse(List.of()).stream()
                .map(Item::of)
                .toList();
        throw new ProblemException(Problem.of(
                ProblemKind.NO_GOOD_REVISION,
                "the policy `" + policy.name() + "` has not been loaded: " + problems.size()
                        + (problems.size() == 1 ? " thing is wrong with it" : " things are wrong with it"),
                problems));
    }
}
