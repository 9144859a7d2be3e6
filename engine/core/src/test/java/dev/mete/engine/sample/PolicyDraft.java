package dev.mete.engine.sample;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.economics.Candidates;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.ReadSlots;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.ir.WaitingIr;
import dev.mete.engine.ir.Worth;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A policy that a test writes, line by line. Its models are those that its plans name, unless it names more. */
public final class PolicyDraft {
    private final List<Feature> features = new ArrayList<>(StandardFeatures.all());
    private final List<PolicyModel> models = new ArrayList<>();
    private final List<BucketIr> buckets = new ArrayList<>();
    private final List<WaitingIr> waiting = new ArrayList<>();
    private final List<RuleIr> rules = new ArrayList<>();
    private final List<LimitIr> limits = new ArrayList<>();
    private @Nullable RuleIr otherwise;
    private String name = "drafted";
    private List<Source> sources = List.of();

    /** The slot of a standard feature. */
    public static int slot(String name) {
        return StandardFeatures.all().stream().map(Feature::name).toList().indexOf(name);
    }

    /** The condition that always holds. */
    public static Condition always() {
        return new Condition.Always(true, Words.span("always"));
    }

    /** Gives the policy its name. */
    public PolicyDraft named(String name) {
        this.name = name;
        return this;
    }

    /** Says what the policy was read from. */
    public PolicyDraft sources(List<Source> sources) {
        this.sources = sources;
        return this;
    }

    /** Adds or replaces a feature. */
    public PolicyDraft feature(Feature feature) {
        int place = features.stream().map(Feature::name).toList().indexOf(feature.name());
        if (place < 0) {
            features.add(feature);
        } else {
            features.set(place, feature);
        }
        return this;
    }

    /** Names a model. */
    public PolicyDraft model(Model model) {
        return model(new PolicyModel(model.name(), model, Words.span(model.name())));
    }

    /** Adds a bucket line. */
    public PolicyDraft bucket(Bucket bucket, Condition when) {
        var span = Words.span("bucket " + bucket.word());
        buckets.add(new BucketIr(span.text(), bucket, when, span));
        return this;
    }

    /** Adds a rule. */
    public PolicyDraft rule(String name, Condition when, PlanIr plan, PlanIr... fallbacks) {
        rules.add(rule(name, when, plan, List.of(fallbacks)));
        return this;
    }

    /** Sets what decides where no rule holds. */
    public PolicyDraft otherwise(PlanIr plan, PlanIr... fallbacks) {
        otherwise = rule(Decision.OTHERWISE, always(), plan, List.of(fallbacks));
        return this;
    }

    /** Lets the catalog choose among plans where no rule holds. */
    public PolicyDraft otherwise(Goal goal, PlanIr... plans) {
        return otherwise(goal, (_, _) -> always(), plans);
    }

    /** Lets the catalog choose among plans that satisfy a condition, where no rule holds. */
    public PolicyDraft otherwise(Goal goal, BiFunction<PlanIr, Worth, Condition> where, PlanIr... plans) {
        for (PlanIr plan : plans) {
            model(plan.model());
        }
        var choice = new Candidates(features, waiting).choice(goal, List.of(plans), where, Words.span(goal.words()));
        otherwise = new RuleIr(Decision.OTHERWISE, always(), choice, List.of(), Words.span("otherwise"));
        return this;
    }

    /** Adds a price of waiting; before the choices that count it. */
    public PolicyDraft waiting(long nanosPerSecond, Condition when) {
        waiting.add(new WaitingIr(nanosPerSecond, when, Words.span("waiting costs")));
        return this;
    }

    /** Adds a limit that always holds. */
    public PolicyDraft limit(String name, Bound bound) {
        return limit(name, bound, always());
    }

    /** Adds a limit. */
    public PolicyDraft limit(String name, Bound bound, Condition when) {
        limits.add(new LimitIr(name, bound, when, Words.span("limit " + name)));
        return this;
    }

    /** The policy, in the engine's terms. */
    public PolicyIr ir() {
        if (otherwise == null) {
            throw new IllegalStateException("a policy needs an otherwise");
        }
        TaskSchema schema = ReadSlots.schema(features, buckets, rules, otherwise, limits);
        return new PolicyIr(
                name,
                "test",
                "sha256:0",
                CatalogStamp.of(Catalog.of(List.of(), "sha256:1")),
                models,
                schema,
                buckets,
                waiting,
                rules,
                otherwise,
                limits,
                List.of(),
                List.of(),
                sources);
    }

    private RuleIr rule(String name, Condition when, PlanIr plan, List<PlanIr> fallbacks) {
        model(plan.model());
        fallbacks.forEach(fallback -> model(fallback.model()));
        return new RuleIr(name, when, plan, fallbacks, Words.span("rule \"" + name + "\""));
    }

    private PolicyDraft model(PolicyModel model) {
        if (models.stream().noneMatch(known -> known.alias().equals(model.alias()))) {
            models.add(model);
        }
        return this;
    }
}
