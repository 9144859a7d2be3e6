package dev.mete.engine.drools.generated;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.check.CheckPolicy;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.TestCatalog;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.ReadSlots;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.ir.WaitingIr;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Policies over the standard features that the checks of the engine find right: conditions of every kind, computed amounts, fallbacks, choices, limits. */
public final class GeneratedPolicies {
    private static final Condition ALWAYS = new Condition.Always(true, Span.NONE);

    private final Catalog catalog;
    private final Draw draw;
    private final GeneratedConditions conditions;
    private final GeneratedChoices choices;
    private final List<WaitingIr> waiting;

    private GeneratedPolicies(Catalog catalog, long seed, boolean reckonsInDollars) {
        this.catalog = catalog;
        this.draw = new Draw(seed);
        this.conditions = new GeneratedConditions(draw, reckonsInDollars);
        this.waiting =
                draw.several(0, 3, () -> new WaitingIr(draw.parts(Unit.MONEY), conditions.condition(false), Span.NONE));
        this.choices = new GeneratedChoices(draw, conditions, waiting);
    }

    /** The policy of a seed, with at most so many rules. */
    public static PolicyIr of(Catalog catalog, long seed, int mostRules) {
        return new GeneratedPolicies(catalog, seed, true).policy(mostRules);
    }

    /** As {@link #of}, without arithmetic of decimals, which plain Drools does in binary floating point. */
    public static PolicyIr withoutArithmeticOfDecimals(Catalog catalog, long seed, int mostRules) {
        return new GeneratedPolicies(catalog, seed, false).policy(mostRules);
    }

    private PolicyIr policy(int mostRules) {
        int count = draw.between(0, mostRules);
        var rules = IntStream.range(0, count)
                .mapToObj(i -> rule("rule " + i, conditions.condition(true)))
                .toList();
        RuleIr otherwise = rule(Decision.OTHERWISE, ALWAYS);
        List<LimitIr> limits = List.of();
        for (int attempt = 0; attempt < 20; attempt++) {
            limits = limits();
            if (isSound(policy(buckets(), rules, otherwise, limits))) {
                break;
            }
            limits = List.of();
        }
        return policy(buckets(), rules, otherwise, limits);
    }

    private List<BucketIr> buckets() {
        if (draw.chance(0.2)) {
            return List.of();
        }
        var buckets = new ArrayList<BucketIr>();
        int count = draw.between(0, 4);
        for (int i = 0; i < count; i++) {
            buckets.add(new BucketIr("bucket " + i, bucket(), conditions.condition(false), Span.NONE));
        }
        buckets.add(new BucketIr("bucket of the others", bucket(), ALWAYS, Span.NONE));
        return buckets;
    }

    private Bucket bucket() {
        return draw.of(List.of(Bucket.values()));
    }

    private RuleIr rule(String name, Condition when) {
        var fallbacks = draw.several(0, 2, this::plan);
        var choice =
                draw.chance(0.4) ? choices.choice(draw.several(1, 4, this::candidate)) : Optional.<ChoiceIr>empty();
        return new RuleIr(name, when, choice.orElseGet(() -> new ChoiceIr.One(plan())), fallbacks, Span.NONE);
    }

    /** Without a budget that depends on the task: where one is worked out before the plans are compared, they compare otherwise. */
    private PlanIr candidate() {
        var plan = plan();
        boolean isFixed = plan.thinking() == null || plan.thinking().isFixed();
        return isFixed ? plan : new PlanIr(plan.model(), plan.effort(), null, null, plan.timeout(), Span.NONE);
    }

    /** A plan that the checks find right; what is drawn first often is not. */
    private PlanIr plan() {
        Model model = model();
        var named = new PolicyModel(model.id(), model, Span.NONE);
        Effort effort = draw.of(List.copyOf(model.efforts()));
        for (int attempt = 0; attempt < 10; attempt++) {
            var plan = new PlanIr(
                    named,
                    effort,
                    effort == Effort.NONE ? null : quantity(Unit.TOKENS),
                    quantity(Unit.TOKENS),
                    quantity(Unit.DURATION),
                    Span.NONE);
            var rule = new RuleIr(Decision.OTHERWISE, ALWAYS, plan, List.of(), Span.NONE);
            if (isSound(policy(List.of(), List.of(), rule, List.of()))) {
                return plan;
            }
        }
        return new PlanIr(named, effort, null, null, null, Span.NONE);
    }

    /** Seldom one without a price, which no limit on the cost can be set beside. */
    private Model model() {
        return draw.chance(0.02)
                ? draw.of(catalog.models())
                : draw.of(catalog.models().stream()
                        .filter(model -> model.figures().prices() != null)
                        .toList());
    }

    private @Nullable Quantity quantity(Unit unit) {
        return draw.chance(0.4) ? null : bound(unit);
    }

    private Quantity bound(Unit unit) {
        if (draw.chance(0.5)) {
            return Quantity.fixed(1 + draw.parts(unit) + draw.between(0, 9_000), Span.NONE);
        }
        Amount amount =
                new Amount.Greatest(List.of(conditions.amount(unit, 0), new Amount.Fixed(10 + draw.parts(unit))));
        return new Quantity(amount, draw.chance(0.5) ? 1 : draw.between(2, 10), Span.NONE);
    }

    private List<LimitIr> limits() {
        var limits = new ArrayList<LimitIr>();
        int count = draw.between(0, 4);
        for (int i = 0; i < count; i++) {
            Condition when = draw.chance(0.1) ? ALWAYS : conditions.condition(true);
            limits.add(new LimitIr("limit " + (draw.chance(0.2) ? 0 : i), limit(), when, Span.NONE));
        }
        return limits;
    }

    private Bound limit() {
        return switch (draw.between(0, 4)) {
            case 0 -> new Bound.EffortAtMost(draw.of(List.of(Effort.values())));
            case 1 -> new Bound.ThinkingAtMost(bound(Unit.TOKENS));
            case 2 -> new Bound.CapAtMost(bound(Unit.TOKENS));
            case 3 -> new Bound.CostAtMost(choices.money());
            default -> new Bound.TimeoutAtMost(bound(Unit.DURATION));
        };
    }

    private static boolean isSound(PolicyIr policy) {
        return CheckPolicy.check(policy).stream().noneMatch(Diagnostic::isError);
    }

    private PolicyIr policy(List<BucketIr> buckets, List<RuleIr> rules, RuleIr otherwise, List<LimitIr> limits) {
        return new PolicyIr(
                "generated",
                "drl",
                "sha256:generated",
                CatalogStamp.of(TestCatalog.catalog()),
                models(rules, otherwise),
                ReadSlots.schema(StandardFeatures.all(), buckets, rules, otherwise, limits),
                buckets,
                waiting,
                rules,
                otherwise,
                limits,
                List.of(),
                List.of(),
                List.of());
    }

    /** The models in the order in which the rules name them first. */
    private static List<PolicyModel> models(List<RuleIr> rules, RuleIr otherwise) {
        var models = new LinkedHashSet<PolicyModel>();
        var all = new ArrayList<>(rules);
        all.add(otherwise);
        for (RuleIr rule : all) {
            rule.choice().plans().forEach(plan -> models.add(plan.model()));
            rule.fallbacks().forEach(fallback -> models.add(fallback.model()));
        }
        return List.copyOf(models);
    }
}
