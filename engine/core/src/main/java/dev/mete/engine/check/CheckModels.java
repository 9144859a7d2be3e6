package dev.mete.engine.check;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.ReadSlots;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.StandardFeatures;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the models of a policy as such: that they are used, still offered, and priced where money counts. */
final class CheckModels {
    private final PolicyIr policy;
    private final List<RuleIr> rules;
    private final List<Diagnostic> found;

    CheckModels(PolicyIr policy, List<RuleIr> rules, List<Diagnostic> found) {
        this.policy = policy;
        this.rules = rules;
        this.found = found;
    }

    void check() {
        Set<String> used = used();
        for (PolicyModel model : policy.models()) {
            if (!used.contains(model.alias())) {
                warn(
                        "M0401",
                        model,
                        "no rule and no fallback asks for the model `" + model.alias() + "`",
                        "it only answers what fits no other model; remove it if that is not meant");
            }
            lifecycle(model);
        }
        prices();
        caches();
    }

    private void lifecycle(PolicyModel model) {
        var lifecycle = model.model().lifecycle();
        var day = policy.catalog().time().atOffset(ZoneOffset.UTC).toLocalDate();
        if (lifecycle.isRetired(day)) {
            warn(
                    "M0422",
                    model,
                    "`" + model.model().id() + "` is not offered any more since " + lifecycle.retired(),
                    "choose its successor; calls to it fail");
        } else if (lifecycle.deprecated()) {
            warn(
                    "M0402",
                    model,
                    "`" + model.model().id() + "` is deprecated by its provider"
                            + (lifecycle.retired() == null ? "" : " and ends on " + lifecycle.retired()),
                    "choose its successor");
        }
    }

    /** A catalog without any price is one that is not about money; in any other an unpriced model is a gap. */
    private void prices() {
        boolean isLimited =
                policy.limits().stream().map(LimitIr::bound).anyMatch(LimitIr.Bound.CostAtMost.class::isInstance);
        boolean isPriced = policy.models().stream()
                .anyMatch(model -> model.model().figures().prices() != null);
        for (PolicyModel model : policy.models()) {
            if (model.model().figures().prices() != null) {
                continue;
            }
            String message = "the catalog does not say what `" + model.alias() + "` ("
                    + model.model().id() + ") costs";
            String help = "add `prices` to it in the catalog, or leave the model out";
            if (isLimited) {
                found.add(
                        Diagnostic.error("M0414", model.span(), message + ", so that no `limit cost` can hold", help));
            } else if (isPriced) {
                warn("M0418", model, message, help);
            }
        }
    }

    /** A conversation that goes to another model pays for its cached prompt again. */
    private void caches() {
        boolean choosesBlindly = asksFor(StandardFeatures.CACHED_TOKENS) && !asksFor(StandardFeatures.PREVIOUS_MODEL);
        if (!choosesBlindly) {
            return;
        }
        long models = rules.stream()
                .flatMap(rule -> rule.choice().plans().stream())
                .map(plan -> plan.model().model().id())
                .distinct()
                .count();
        if (models > 1) {
            policy.models().stream()
                    .filter(model -> !Objects.equals(
                            model.model().figures().prices(),
                            policy.models().getFirst().model().figures().prices()))
                    .findFirst()
                    .ifPresent(model -> warn(
                            "M0420",
                            model,
                            "the policy asks for `cached_tokens`, but not for `previous_model`, for which they are cached",
                            "ask for both: on another model the cached prompt is paid for again"));
        }
    }

    private boolean asksFor(String feature) {
        int slot = policy.schema().slot(feature);
        return Stream.of(
                        policy.buckets().stream().map(BucketIr::when),
                        rules.stream().map(RuleIr::when),
                        policy.limits().stream().map(LimitIr::when))
                .flatMap(conditions -> conditions)
                .anyMatch(condition -> ReadSlots.reads(condition, slot));
    }

    private Set<String> used() {
        Set<String> used = new HashSet<>();
        for (RuleIr rule : rules) {
            rule.choice().plans().forEach(plan -> used.add(plan.model().alias()));
            rule.fallbacks().forEach(plan -> used.add(plan.model().alias()));
        }
        return used;
    }

    private void warn(String code, PolicyModel model, String message, String help) {
        found.add(Diagnostic.warning(code, model.span(), message, help));
    }
}
