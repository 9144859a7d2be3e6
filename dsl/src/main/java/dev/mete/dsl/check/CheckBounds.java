package dev.mete.dsl.check;

import dev.mete.dsl.check.CheckedPolicy.Bound;
import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proves from the bounds of the features that no amount of a policy can overflow, and leaves out the lines where one could. */
public final class CheckBounds {
    private final TaskSchema schema;
    private final Report report;
    private final Set<Question> soundLets = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Question> brokenLets = Collections.newSetFromMap(new IdentityHashMap<>());

    private CheckBounds(TaskSchema schema, Report report) {
        this.schema = schema;
        this.report = report;
    }

    /** The policy without the lines that could overflow, each of which is reported. */
    public static CheckedPolicy check(CheckedPolicy policy, Report report) {
        return new CheckBounds(policy.names().schema(), report).check(policy);
    }

    private CheckedPolicy check(CheckedPolicy policy) {
        var ensures = new CheckBounds(policy.names().claims(), report);
        var otherwise = policy.otherwise();
        return new CheckedPolicy(
                policy.name(),
                policy.names(),
                policy.buckets().stream().filter(line -> isSound(line.when())).toList(),
                policy.waiting().stream().filter(line -> isSound(line.when())).toList(),
                policy.rules().stream().filter(this::isSound).toList(),
                otherwise == null || isSound(otherwise) ? otherwise : null,
                policy.limits().stream().filter(this::isSound).toList(),
                policy.ensures().stream().filter(ensures::isSound).toList(),
                policy.tests());
    }

    // Everywhere `&` and not `&&`: all mistakes of a line are reported.

    private boolean isSound(CheckedPolicy.Rule rule) {
        boolean sound = isSound(rule.when());
        for (CheckedPolicy.Plan plan : rule.choice().plans()) {
            sound &= isSound(plan);
        }
        if (rule.choice() instanceof CheckedPolicy.Choice.Several several) {
            sound &= isSound(several.where());
        }
        for (CheckedPolicy.Plan fallback : rule.fallbacks()) {
            sound &= isSound(fallback);
        }
        return sound;
    }

    private boolean isSound(CheckedPolicy.Plan plan) {
        return isSound(plan.thinking(), Unit.TOKENS)
                & isSound(plan.cap(), Unit.TOKENS)
                & isSound(plan.timeout(), Unit.DURATION);
    }

    private boolean isSound(CheckedPolicy.Limit limit) {
        boolean bound = switch (limit.bound()) {
            case Bound.OfEffort _ -> true;
            case Bound.OfThinking(var most) -> isSound(most, Unit.TOKENS);
            case Bound.OfCap(var most) -> isSound(most, Unit.TOKENS);
            case Bound.OfCost(var most) -> isSound(most, Unit.MONEY);
            case Bound.OfTimeout(var most) -> isSound(most, Unit.DURATION);
        };
        return bound & isSound(limit.when());
    }

    private boolean isSound(CheckedPolicy.Ensure ensure) {
        return isSound(ensure.claim()) & isSound(ensure.when());
    }

    private boolean isSound(@Nullable Measure measure, Unit unit) {
        return measure == null || fits(List.of(measure.form()), unit, measure.span());
    }

    private boolean isSound(Question question) {
        return switch (question) {
            case Question.Compared compared -> {
                var forms = List.of(compared.left().form(), compared.right().form());
                var unit = unit(compared.left(), compared.right());
                yield isCountable(WholeNumbers.compared(forms, unit, schema).isPresent(), compared.span());
            }
            case Question.Not(var part, var _) -> isSound(part);
            case Question.All(var parts, var _) -> areSound(parts);
            case Question.Any(var parts, var _) -> areSound(parts);
            case Question.Named(var _, var meaning, var _) -> isSoundLet(meaning);
            case Question.Always _,
                    Question.Among _,
                    Question.TextAmong _,
                    Question.TextMatches _,
                    Question.HasMember _,
                    Question.InBucket _,
                    Question.CutOff _,
                    Question.Broken _ -> true;
        };
    }

    private boolean areSound(List<Question> parts) {
        boolean sound = true;
        for (Question part : parts) {
            sound &= isSound(part);
        }
        return sound;
    }

    /** A let is reported once, however often it is used. */
    private boolean isSoundLet(Question meaning) {
        if (soundLets.contains(meaning)) {
            return true;
        }
        if (brokenLets.contains(meaning)) {
            return false;
        }
        boolean sound = isSound(meaning);
        (sound ? soundLets : brokenLets).add(meaning);
        return sound;
    }

    private boolean fits(List<Form> forms, Unit unit, Span span) {
        return isCountable(WholeNumbers.of(forms, unit, schema).isPresent(), span);
    }

    private boolean isCountable(boolean fits, Span span) {
        if (fits) {
            return true;
        }
        report.error(
                Code.TOO_LARGE_TO_COUNT,
                span,
                "`" + CheckExpressions.shown(span) + "` can come to more than can be counted exactly",
                "narrow a feature, such as `error_cost : money up to $1_000_000`, or use a smaller factor");
        return false;
    }

    /** What both sides of a comparison are counted in. */
    public static Unit unit(Measure left, Measure right) {
        return left.plain() ? right.unit() : left.unit();
    }
}
