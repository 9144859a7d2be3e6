package dev.mete.engine.ir;

import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.fixture.PolicyTest;
import dev.mete.engine.task.TaskSchema;
import java.util.List;

/**
 * A checked policy in the engine's own terms. Immutable.
 *
 * @param name in {@code kebab-case}, as it stands in URLs
 * @param language the ending of its files, such as {@code mete}
 * @param revision identifies all that decides: every source and the catalog
 * @param catalog the catalog whose figures decide
 * @param models what the policy may choose, as written
 * @param buckets in order; the first that holds counts, {@code maybe} where none does
 * @param waiting prices of waiting, in order; the first that holds counts
 * @param rules in order; the first that holds decides
 * @param otherwise what decides where no rule holds
 * @param limits all that hold apply together
 * @param ensures claims about all decisions; they decide nothing
 * @param tests the cases that stand in the policy itself
 * @param sources what was read: the policy's file first, then what it includes
 */
public record PolicyIr(
        String name,
        String language,
        String revision,
        CatalogStamp catalog,
        List<PolicyModel> models,
        TaskSchema schema,
        List<BucketIr> buckets,
        List<WaitingIr> waiting,
        List<RuleIr> rules,
        RuleIr otherwise,
        List<LimitIr> limits,
        List<EnsureIr> ensures,
        List<PolicyTest> tests,
        List<Source> sources) {
    public PolicyIr {
        models = List.copyOf(models);
        buckets = List.copyOf(buckets);
        waiting = List.copyOf(waiting);
        rules = List.copyOf(rules);
        limits = List.copyOf(limits);
        ensures = List.copyOf(ensures);
        tests = List.copyOf(tests);
        sources = List.copyOf(sources);
    }

    /** The same policy with other lines that decide. */
    public PolicyIr deciding(
            List<BucketIr> otherBuckets,
            List<WaitingIr> otherWaiting,
            List<RuleIr> otherRules,
            RuleIr other,
            List<LimitIr> otherLimits) {
        return new PolicyIr(
                name,
                language,
                revision,
                catalog,
                models,
                schema,
                otherBuckets,
                otherWaiting,
                otherRules,
                other,
                otherLimits,
                ensures,
                tests,
                sources);
    }

    /** The same policy with other limits. */
    public PolicyIr limitedBy(List<LimitIr> others) {
        return deciding(buckets, waiting, rules, otherwise, others);
    }

    /** The same policy with other claims. */
    public PolicyIr claiming(List<EnsureIr> others) {
        return new PolicyIr(
                name, language, revision, catalog, models, schema, buckets, waiting, rules, otherwise, limits, others,
                tests, sources);
    }
}
