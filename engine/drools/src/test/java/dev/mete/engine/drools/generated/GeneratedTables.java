package dev.mete.engine.drools.generated;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.ReadSlots;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Policies as large tables are: most rules ask for one value of a text or a closed type and for ranges of some quantities, so that an index takes them apart.
 */
public final class GeneratedTables {
    private static final Condition ALWAYS = new Condition.Always(true, Span.NONE);

    private final Draw draw;
    private final Catalog catalog;
    private final PlanIr plan;

    /** How probable it is that a rule asks for one value. */
    private final double equality;

    private GeneratedTables(Catalog catalog, long seed) {
        this.draw = new Draw(seed);
        this.catalog = catalog;
        Model model = catalog.models().getFirst();
        this.plan = new PlanIr(new PolicyModel(model.id(), model, Span.NONE), Effort.NONE, null, null, null, Span.NONE);
        this.equality = draw.of(List.of(0.0, 0.5, 0.9, 1.0));
    }

    /** The table of a seed, with so many rules. */
    public static PolicyIr of(Catalog catalog, long seed, int count) {
        return new GeneratedTables(catalog, seed).policy(count);
    }

    private PolicyIr policy(int count) {
        var rules = IntStream.range(0, count)
                .mapToObj(i -> rule("rule " + i, condition()))
                .toList();
        var otherwise = rule(Decision.OTHERWISE, ALWAYS);
        var buckets = List.of(
                new BucketIr("use", Bucket.USE, range(), Span.NONE),
                new BucketIr("avoid", Bucket.AVOID, one(), Span.NONE));
        return new PolicyIr(
                "table",
                "drl",
                "sha256:table",
                CatalogStamp.of(catalog),
                List.of(plan.model()),
                ReadSlots.schema(StandardFeatures.all(), buckets, rules, otherwise, List.of()),
                buckets,
                List.of(),
                rules,
                otherwise,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private RuleIr rule(String name, Condition when) {
        return new RuleIr(name, when, plan, List.of(), Span.NONE);
    }

    private Condition condition() {
        return draw.chance(0.1) ? new Condition.Or(List.of(row(), row()), Span.NONE) : row();
    }

    private Condition row() {
        var parts = new ArrayList<Condition>();
        if (draw.chance(equality)) {
            parts.add(one());
        }
        parts.addAll(draw.several(parts.isEmpty() ? 2 : 0, 4, this::range));
        if (draw.chance(0.1)) {
            parts.add(new Condition.InBucket(Set.of(draw.of(List.of(Bucket.values()))), Span.NONE));
        }
        return new Condition.And(parts, Span.NONE);
    }

    /** One value of a feature, now and then one of two, or none of it. */
    private Condition one() {
        Condition is = draw.chance(0.6)
                ? new Condition.TextAmong(
                        draw.slot(FeatureType.Text.class), Set.copyOf(draw.several(1, 1, draw::text)), Span.NONE)
                : among();
        return draw.chance(0.05) ? new Condition.Not(is, Span.NONE) : is;
    }

    private Condition among() {
        int slot = draw.slot(FeatureType.OneOf.class);
        int most = ((FeatureType.OneOf) Draw.feature(slot).type()).values().size() - 1;
        return new Condition.Among(slot, Set.copyOf(draw.several(1, 2, () -> draw.between(0, most))), Span.NONE);
    }

    private Condition range() {
        Unit unit = draw.unit();
        int parts = draw.chance(0.8) ? 1 : draw.between(-3, -1);
        return new Condition.Compare(
                draw.of(List.of(Comparison.values())),
                new Amount.Times(parts, new Amount.Slot(draw.slot(unit))),
                new Amount.Fixed(parts * draw.parts(unit)),
                1,
                Span.NONE);
    }
}
