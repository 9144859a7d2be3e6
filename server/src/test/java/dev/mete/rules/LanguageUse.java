package dev.mete.rules;

import dev.mete.engine.fixture.Expectation;
import dev.mete.engine.fixture.PolicyTest;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what a policy uses of what a policy can say, each by a name of its own. Used once. */
final class LanguageUse {
    private final Set<String> used = new TreeSet<>();
    private final TaskSchema schema;

    private LanguageUse(TaskSchema schema) {
        this.schema = schema;
    }

    /** All that a policy uses. */
    static Set<String> of(PolicyIr policy) {
        var use = new LanguageUse(policy.schema());
        policy.schema().features().forEach(use::feature);
        policy.buckets().forEach(bucket -> {
            use.used.add("bucket " + bucket.bucket().word());
            use.condition(bucket.when());
        });
        policy.waiting().forEach(line -> {
            use.used.add("waiting costs");
            use.condition(line.when());
        });
        policy.rules().forEach(use::rule);
        use.rule(policy.otherwise());
        policy.limits().forEach(use::limit);
        policy.tests().forEach(use::test);
        return use.used;
    }

    private void feature(Feature feature) {
        Optional<Feature> standard = StandardFeatures.all().stream()
                .filter(known -> known.name().equals(feature.name()))
                .findFirst();
        if (standard.isEmpty()) {
            used.add("own " + kind(feature.type()));
            used.add(feature.defaultValue() == null ? "own without a default" : "own with a default");
        } else {
            if (!standard.get().type().equals(feature.type())) {
                used.add("narrowed " + kind(feature.type()));
            }
            if (feature.defaultValue() != null && standard.get().defaultValue() == null) {
                used.add("a default for what has none");
            }
        }
        boolean isStandard =
                standard.filter(known -> known.type().equals(feature.type())).isPresent();
        if (!isStandard
                && feature.type() instanceof FeatureType.Quantity(var unit, long least, long most)
                && (least > unit.least() || most < unit.most())) {
            used.add("bounds of " + unit.word());
        }
    }

    private static String kind(FeatureType type) {
        return switch (type) {
            case FeatureType.Flag() -> "bool";
            case FeatureType.Quantity(var unit, var _, var _) -> unit.word();
            case FeatureType.OneOf(var _, boolean ordered) -> ordered ? "ordered" : "one of";
            case FeatureType.Text() -> "text";
            case FeatureType.TextSet() -> "set of text";
        };
    }

    private void rule(RuleIr rule) {
        condition(rule.when());
        choice(rule.choice());
        rule.fallbacks().forEach(this::plan);
        used.add(
                switch (rule.fallbacks().size()) {
                    case 0 -> "no fallback";
                    case 1 -> "one fallback";
                    default -> "a chain of fallbacks";
                });
    }

    private void choice(ChoiceIr choice) {
        if (choice instanceof ChoiceIr.Several several) {
            used.add(several.goal().words());
            several.candidates().forEach(candidate -> condition(candidate.where()));
        }
        choice.plans().forEach(this::plan);
    }

    private void plan(PlanIr plan) {
        used.add("effort " + plan.effort().word());
        quantity("cap", plan.cap());
        quantity("thinking", plan.thinking());
        quantity("timeout", plan.timeout());
    }

    private void limit(LimitIr limit) {
        used.add(limit.when() instanceof Condition.Always ? "limit for all" : "limit when");
        condition(limit.when());
        switch (limit.bound()) {
            case Bound.EffortAtMost _ -> used.add("limit effort");
            case Bound.ThinkingAtMost(var tokens) -> quantity("limit thinking", tokens);
            case Bound.CapAtMost(var tokens) -> quantity("limit cap", tokens);
            case Bound.CostAtMost(var nanos) -> quantity("limit cost", nanos);
            case Bound.TimeoutAtMost(var millis) -> quantity("limit timeout", millis);
        }
    }

    private void quantity(String what, @Nullable Quantity quantity) {
        if (quantity == null) {
            used.add("no " + what);
            return;
        }
        used.add(what + (quantity.isFixed() ? " fixed" : " computed"));
        if (quantity.divisor() > 1) {
            used.add("fraction");
        }
        amount(quantity.numerator());
    }

    private void amount(Amount amount) {
        switch (amount) {
            case Amount.Fixed _ -> {}
            case Amount.Slot(int slot) -> reads(slot);
            case Amount.Sum(var terms) -> {
                used.add("sum");
                terms.forEach(this::amount);
            }
            case Amount.Times(long factor, var part) -> {
                used.add(factor < 0 ? "difference" : "multiple");
                amount(part);
            }
            case Amount.Least(var amounts) -> {
                used.add("min");
                amounts.forEach(this::amount);
            }
            case Amount.Greatest(var amounts) -> {
                used.add("max");
                amounts.forEach(this::amount);
            }
            case Amount.Case(var branches, var otherwise) -> {
                used.add("price");
                branches.forEach(branch -> amount(branch.amount()));
                amount(otherwise);
            }
        }
    }

    private void condition(Condition condition) {
        switch (condition) {
            case Condition.Always _ -> {}
            case Condition.And(var parts, var _) -> {
                used.add("and");
                parts.forEach(this::condition);
            }
            case Condition.Or(var parts, var _) -> {
                used.add("or");
                parts.forEach(this::condition);
            }
            case Condition.Not(var part, var _) -> {
                used.add("not");
                condition(part);
            }
            case Condition.Named(var _, var meaning, var _) -> {
                used.add("let");
                condition(meaning);
            }
            case Condition.Compare(var comparison, var left, var right, var _, var _, var _) -> {
                used.add("number " + comparison.sign());
                amount(left);
                amount(right);
            }
            case Condition.Among(int slot, var _, var _) -> {
                used.add("is " + kind(schema.feature(slot).type()));
                reads(slot);
            }
            case Condition.TextAmong(int slot, var _, var _) -> {
                used.add("text =");
                reads(slot);
            }
            case Condition.TextMatches(int slot, var match, var _, var _) -> {
                used.add(match.words());
                reads(slot);
            }
            case Condition.HasMember(int slot, var _, var _) -> {
                used.add("member of a set");
                reads(slot);
            }
            case Condition.InBucket _ -> used.add("bucket is");
        }
    }

    private void reads(int slot) {
        used.add("reads " + schema.feature(slot).name());
    }

    private void test(PolicyTest test) {
        for (Expectation expected : test.expected()) {
            used.add(
                    switch (expected) {
                        case Expectation.OneOf(var part, var accepted, var _) ->
                            accepted.size() > 1 ? "expect one of several" : "expect " + part.word();
                        case Expectation.Between(var part, long least, long most, var _) ->
                            least == most ? "expect " + part.word() : "expect a bound of " + part.word();
                        case Expectation.Includes(var part, var _, var _) -> "expect some " + part.word();
                        case Expectation.Equals(var part, var _, var _) -> "expect all " + part.word();
                        case Expectation.Refused _ -> "expect a refusal";
                    });
        }
    }
}
