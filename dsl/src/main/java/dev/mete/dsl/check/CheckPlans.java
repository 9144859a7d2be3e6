package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Choice;
import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.PlanLine;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks plans: a known model, and settings that each say what they can. */
final class CheckPlans {
    private static final List<String> SETTINGS = List.of("effort", "thinking", "cap", "timeout");

    /** The most plans that a rule chooses among. */
    static final int MOST_PLANS = 64;

    private final Names names;
    private final CheckExpressions expressions;
    private final Report report;
    private long partsOfWaiting;

    CheckPlans(Names names, CheckExpressions expressions, Report report) {
        this.names = names;
        this.expressions = expressions;
        this.report = report;
    }

    /** The choice; nothing where it has a mistake. */
    Optional<CheckedPolicy.Choice> choice(Choice choice) {
        return switch (choice) {
            case Choice.Single(var plan, var _) -> plan(plan).map(CheckedPolicy.Choice.One::new);
            case Choice.Several several -> {
                var plans = all(several.plans());
                Question where = expressions.where(several.where(), several.span());
                boolean isSmall = isSmall(several) && expressions.isWithinPolicy(several, where, partsOfWaiting);
                yield where.isBroken() || !isSmall
                        ? Optional.empty()
                        : plans.map(sound ->
                                new CheckedPolicy.Choice.Several(several.goal(), sound, where, several.span()));
            }
        };
    }

    /** Says how many parts the prices of waiting have, which every choice of the best plan is about. */
    void payForWaiting(long parts) {
        partsOfWaiting = parts;
    }

    /** Whether a choice is small enough to hold each of its plans to each other. */
    private boolean isSmall(Choice.Several choice) {
        int count = choice.plans().size();
        if (count > MOST_PLANS) {
            report.error(
                    Code.TOO_MANY_NAMES,
                    choice.plans().get(MOST_PLANS).span(),
                    count + " plans are more than the " + MOST_PLANS + " that a rule can choose among",
                    "leave out those that are never the best");
        }
        return count <= MOST_PLANS;
    }

    /** The fallbacks; nothing where one of them has a mistake. */
    Optional<List<CheckedPolicy.Plan>> fallbacks(List<PlanLine> lines) {
        return all(lines);
    }

    private Optional<List<CheckedPolicy.Plan>> all(List<PlanLine> lines) {
        var plans = new ArrayList<CheckedPolicy.Plan>();
        lines.forEach(line -> plan(line).ifPresent(plans::add));
        return plans.size() == lines.size() ? Optional.of(plans) : Optional.empty();
    }

    private Optional<CheckedPolicy.Plan> plan(PlanLine line) {
        Optional<PolicyModel> model = model(line);
        Map<String, PlanLine.Setting> settings = settings(line);
        var effort = Optional.ofNullable(settings.get("effort")).flatMap(setting -> effort(setting.value()));
        if (!settings.containsKey("effort")) {
            report.error(
                    Code.EFFORT_MISSING,
                    line.span(),
                    "the plan does not say its effort",
                    "write `" + line.model().text() + ", effort low`, or another of "
                            + String.join(", ", Effort.words()));
        }
        var thinking = amount(settings.get("thinking"), Unit.TOKENS, "thinking counts tokens");
        var cap = amount(settings.get("cap"), Unit.TOKENS, "a cap counts tokens");
        var timeout = amount(settings.get("timeout"), Unit.DURATION, "a timeout is a duration");
        boolean isSound =
                settings.size() == line.settings().size() && thinking.isSound() && cap.isSound() && timeout.isSound();
        return isSound && model.isPresent() && effort.isPresent()
                ? Optional.of(new CheckedPolicy.Plan(
                        model.get(), effort.get(), thinking.measure(), cap.measure(), timeout.measure(), line.span()))
                : Optional.empty();
    }

    private Optional<PolicyModel> model(PlanLine line) {
        String alias = line.model().text();
        Optional<PolicyModel> model = names.models().get(alias);
        if (model == null) {
            report.unknown(
                    Code.UNKNOWN_MODEL,
                    line.model().span(),
                    "the policy has no model `" + alias + "`",
                    alias,
                    names.models().keySet());
            return Optional.empty();
        }
        return model;
    }

    /** The settings by name; leaves out and reports what is unknown or written twice. */
    private Map<String, PlanLine.Setting> settings(PlanLine line) {
        var settings = new HashMap<String, PlanLine.Setting>();
        for (PlanLine.Setting setting : line.settings()) {
            String name = setting.name().text();
            if (!SETTINGS.contains(name)) {
                report.unknown(
                        Code.UNKNOWN_SETTING,
                        setting.name().span(),
                        "a plan has no setting `" + name + "`",
                        name,
                        SETTINGS);
            } else if (settings.putIfAbsent(name, setting) != null) {
                report.error(Code.SETTING_TWICE, setting.span(), "the plan says `" + name + "` twice", "say it once");
            }
        }
        return settings;
    }

    /** The level that an expression names; reports what is none. */
    Optional<Effort> effort(Expression written) {
        String words = written.span().text();
        Optional<Effort> effort = written instanceof Expression.Name ? Effort.of(words) : Optional.empty();
        if (effort.isEmpty() && !(written instanceof Expression.Broken)) {
            report.error(
                    Code.UNKNOWN_EFFORT,
                    written.span(),
                    "there is no effort `" + CheckExpressions.shown(written.span()) + "`",
                    NearestName.of(words, Effort.words())
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("the levels are " + String.join(" < ", Effort.words())));
        }
        return effort;
    }

    private Setting amount(PlanLine.@Nullable Setting setting, Unit unit, String what) {
        if (setting == null) {
            return new Setting(null, true);
        }
        return expressions
                .amount(setting.value(), unit, what)
                .map(measure -> new Setting(measure, true))
                .orElseGet(() -> new Setting(null, false));
    }

    /** An amount, or none; sound unless it was written with a mistake. */
    private record Setting(@Nullable Measure measure, boolean isSound) {}
}
