package dev.mete.prove.plan;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.ThinkingLengths;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.ir.DecisionFeatures;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.prove.space.Cells;
import dev.mete.prove.space.DecisionParts;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What claims can ask of one way in which a rule decides. */
final class PlanParts implements DecisionParts {
    private static final long MICROS_PER_MILLI = 1_000;
    private static final int SLOW = ThinkingLengths.CERTAIN / 20 * 19;

    /** Of a percentage point, in a millionth of all calls. */
    private static final long PARTS_PER_MILLIONTH = 100;

    private final Space space;
    private final Figures figures;
    private final List<PolicyModel> models;
    private final String rule;
    private final Fitted plan;

    PlanParts(Space space, Figures figures, List<PolicyModel> models, String rule, Fitted plan) {
        this.space = space;
        this.figures = figures;
        this.models = models;
        this.rule = rule;
        this.plan = plan;
    }

    @Override
    public Optional<Whole> number(DecisionFeatures part) {
        return switch (part) {
            case CAP -> Optional.of(plan.cap());
            case THINKING -> Optional.of(plan.thinking());
            case TIMEOUT -> Optional.of(Whole.least(plan.timeout(), Whole.of(DecisionFeatures.NO_TIMEOUT)));
            case COST -> cost();
            case LATENCY -> plan.model().figures().speed(plan.effort()).flatMap(this::latency);
            case P_ERROR -> errors();
            case EFFORT, MODEL, RULE -> throw new IllegalArgumentException(part + " is no number");
        };
    }

    @Override
    public boolean isAmong(DecisionFeatures part, Set<Integer> positions) {
        return switch (part) {
            case EFFORT -> positions.contains(plan.effort().ordinal());
            // a model can have several names
            case MODEL ->
                positions.stream()
                        .anyMatch(at ->
                                models.get(at).model().id().equals(plan.model().id()));
            case CAP, THINKING, TIMEOUT, COST, LATENCY, P_ERROR, RULE ->
                throw new IllegalArgumentException(part + " has no positions");
        };
    }

    @Override
    public boolean isAmongTexts(DecisionFeatures part, Set<String> texts) {
        return texts.contains(text(part));
    }

    @Override
    public boolean matches(DecisionFeatures part, TextMatch match, String text) {
        return match.holds(text(part), text);
    }

    private String text(DecisionFeatures part) {
        if (part != DecisionFeatures.RULE) {
            throw new IllegalArgumentException(part + " is no text");
        }
        return rule;
    }

    private Optional<Whole> cost() {
        var prices = plan.model().figures().prices();
        return prices == null
                ? Optional.empty()
                : Optional.of(roundedUp(
                        figures.byTier(
                                prices,
                                token -> Whole.sum(
                                        figures.inputCost(token, plan.model()),
                                        Whole.times(token.dearestOutput(), plan.cap()))),
                        TokenPrices.PER_NANO));
    }

    private static Whole roundedUp(Whole whole, long divisor) {
        return Whole.floor(Whole.sum(whole, Whole.of(divisor - 1)), divisor);
    }

    /** As a plan's estimate has it. */
    private Optional<Whole> latency(Speed speed) {
        var lengths = plan.model().figures().thinking(plan.effort()).orElse(null);
        if (lengths == null && !speed.thinksBeforeFirstToken()) {
            return Optional.empty();
        }
        boolean isMeasured = speed.thinksBeforeFirstToken() && speed.slowFirstTokenMillis() != null;
        Whole slowThinking = quantile(lengths, isMeasured ? ThinkingLengths.CERTAIN / 2 : SLOW);
        Whole included = speed.thinksBeforeFirstToken() ? quantile(lengths, ThinkingLengths.CERTAIN / 2) : Whole.of(0);
        Whole output = Whole.least(plan.cap(), Whole.sum(slowThinking, figures.value(StandardFeatures.OUTPUT_TOKENS)));
        long first = speed.slowFirstToken().orElse(speed.firstTokenMillis());
        Whole micros = Whole.sum(
                Whole.of(first * MICROS_PER_MILLI),
                Whole.times(speed.microsPerToken(), Whole.sum(output, Whole.minus(included))));
        return Optional.of(roundedUp(Whole.greatest(Whole.of(0), micros), MICROS_PER_MILLI));
    }

    private Whole quantile(@Nullable ThinkingLengths lengths, int share) {
        if (lengths == null) {
            return Whole.of(0);
        }
        Whole quantile = Whole.of(lengths.quantile(share));
        boolean isHeld = plan.effort() != Effort.NONE && plan.model().takesBudget();
        return isHeld ? Whole.least(plan.thinking(), quantile) : quantile;
    }

    /** By type and complexity; what no measurement covers counts as always wrong. */
    private Optional<Whole> errors() {
        var rates = plan.model().figures().errors();
        if (rates.of(plan.effort()).isEmpty()) {
            return Optional.empty();
        }
        int type = space.schema().slot(StandardFeatures.TYPE);
        int complexity = space.schema().slot(StandardFeatures.COMPLEXITY);
        var types = values(type);
        var complexities = values(complexity);
        Whole errors = Whole.of(PARTS_PER_MILLIONTH * ThinkingLengths.CERTAIN);
        for (int t = 0; t < types.size(); t++) {
            for (int c = 0; c < complexities.size(); c++) {
                var rate = rates.of(plan.effort(), types.get(t), complexities.get(c));
                if (rate.isPresent()) {
                    Formula here = Formula.all(List.of(
                            new Formula.Test(space.axis(type), Cells.only(t)),
                            new Formula.Test(space.axis(complexity), Cells.only(c))));
                    errors =
                            Whole.where(here, space.not(here), Whole.of(PARTS_PER_MILLIONTH * rate.getAsInt()), errors);
                }
            }
        }
        return Optional.of(errors);
    }

    private List<String> values(int slot) {
        return space.schema().feature(slot).type() instanceof FeatureType.OneOf(var values, var _) ? values : List.of();
    }
}
