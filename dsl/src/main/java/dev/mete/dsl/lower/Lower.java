package dev.mete.dsl.lower;

import dev.mete.dsl.check.CheckedPolicy;
import dev.mete.dsl.check.CheckedPolicy.Bound;
import dev.mete.dsl.check.LimitName;
import dev.mete.dsl.report.Report;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.EnsureIr;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.ReadSlots;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.ir.WaitingIr;
import dev.mete.engine.task.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a checked policy into the engine's own terms. */
public final class Lower {
    private final CheckedPolicy policy;
    private final LowerConditions conditions;
    private final LowerConditions claims;

    private final List<WaitingIr> waiting;
    private final LowerChoices choices;

    private Lower(CheckedPolicy policy, Report report) {
        var features = policy.names().features();
        this.policy = policy;
        this.conditions = new LowerConditions(policy.names().schema());
        this.claims = new LowerConditions(policy.names().claims());
        this.waiting = policy.waiting().stream()
                .map(line -> new WaitingIr(line.nanosPerSecond(), conditions.condition(line.when()), line.span()))
                .toList();
        this.choices = new LowerChoices(features, waiting, conditions, this::plan, report);
    }

    /**
     * The policy in the engine's terms, made of the lines without a mistake; nothing where there is no plan at all. What its tests give is checked
     * here, since only now is it known what the policy reads.
     */
    public static Optional<PolicyIr> lower(
            CheckedPolicy policy,
            String language,
            String revision,
            CatalogStamp catalog,
            List<Source> sources,
            Report report) {
        return new Lower(policy, report).lower(language, revision, catalog, sources, report);
    }

    /** The claims of a policy alone. */
    public static List<EnsureIr> claims(CheckedPolicy policy) {
        var lower = new Lower(policy, new Report());
        return policy.ensures().stream().map(lower::ensure).toList();
    }

    private Optional<PolicyIr> lower(
            String language, String revision, CatalogStamp catalog, List<Source> sources, Report report) {
        var rules = policy.rules().stream().map(this::rule).toList();
        // Where `otherwise` has a mistake, another plan stands for it, so that the rest is checked all the same.
        var otherwise = Stream.concat(Stream.ofNullable(policy.otherwise()).map(this::rule), rules.stream())
                .findFirst();
        if (otherwise.isEmpty()) {
            var reads = policy.names().schema();
            new LowerTests(reads, policy.names(), report).tests(policy.tests());
            return Optional.empty();
        }
        var buckets = policy.buckets().stream().map(this::bucket).toList();
        var limits = policy.limits().stream().map(this::limit).toList();
        var schema = ReadSlots.schema(policy.names().features(), buckets, rules, otherwise.get(), limits);
        return Optional.of(new PolicyIr(
                policy.name(),
                language,
                revision,
                catalog,
                policy.names().usableModels(),
                schema,
                buckets,
                waiting,
                rules,
                otherwise.get(),
                limits,
                policy.ensures().stream().map(this::ensure).toList(),
                new LowerTests(schema, policy.names(), report).tests(policy.tests()),
                sources));
    }

    private BucketIr bucket(CheckedPolicy.BucketLine line) {
        return new BucketIr(
                LimitName.words(line.span()), line.bucket(), conditions.condition(line.when()), line.span());
    }

    private RuleIr rule(CheckedPolicy.Rule rule) {
        return new RuleIr(
                rule.name(),
                conditions.condition(rule.when()),
                choices.choice(rule.choice()),
                rule.fallbacks().stream().map(this::plan).toList(),
                rule.span());
    }

    private PlanIr plan(CheckedPolicy.Plan plan) {
        return new PlanIr(
                plan.model(),
                plan.effort(),
                conditions.optional(plan.thinking(), Unit.TOKENS),
                conditions.optional(plan.cap(), Unit.TOKENS),
                conditions.optional(plan.timeout(), Unit.DURATION),
                plan.span());
    }

    private EnsureIr ensure(CheckedPolicy.Ensure ensure) {
        return new EnsureIr(
                LimitName.of(ensure.because(), ensure.span()),
                claims.condition(ensure.claim()),
                claims.condition(ensure.when()),
                ensure.span());
    }

    private LimitIr limit(CheckedPolicy.Limit limit) {
        LimitIr.Bound bound = switch (limit.bound()) {
            case Bound.OfEffort(var most) -> new LimitIr.Bound.EffortAtMost(most);
            case Bound.OfThinking(var most) -> new LimitIr.Bound.ThinkingAtMost(conditions.quantity(most, Unit.TOKENS));
            case Bound.OfCap(var most) -> new LimitIr.Bound.CapAtMost(conditions.quantity(most, Unit.TOKENS));
            case Bound.OfCost(var most) -> new LimitIr.Bound.CostAtMost(conditions.quantity(most, Unit.MONEY));
            case Bound.OfTimeout(var most) -> new LimitIr.Bound.TimeoutAtMost(conditions.quantity(most, Unit.DURATION));
        };
        return new LimitIr(
                LimitName.of(limit.because(), limit.span()), bound, conditions.condition(limit.when()), limit.span());
    }
}
