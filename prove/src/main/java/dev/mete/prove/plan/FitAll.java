package dev.mete.prove.plan;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.catalog.ThinkingLengths;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.eval.FitRules;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Translate;
import dev.mete.prove.space.Whole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fits a plan to a model for all tasks at once: every way in which the model takes it, and where. What it means is what fitting does for one task. */
final class FitAll {
    private final Space space;
    private final Translate translate;
    private final Held held;
    private final Figures figures;
    private final Formula isHurried;

    FitAll(Space space, Translate translate, Held held) {
        this.space = space;
        this.translate = translate;
        this.held = held;
        this.figures = new Figures(space, translate);
        this.isHurried = space.isDeadlineGiven();
    }

    /** All ways in which a model takes a plan, of which no two hold for one task. */
    List<Fitted> ways(Model model, PlanIr asked) {
        Formula hasRoom = Formula.all(List.of(
                atLeast(Whole.of(model.contextWindow()), Whole.sum(figures.input(), figures.answer())),
                atLeast(Whole.of(model.inputLimit()), figures.input())));
        var attempt = new Attempt(model, asked);
        var ways = new EnumMap<Effort, Fitted>(Effort.class);
        var where = new EnumMap<Effort, List<Formula>>(Effort.class);
        for (Held.Ceiling ceiling : held.efforts()) {
            Effort first =
                    model.nearest(asked.effort().compareTo(ceiling.most()) < 0 ? asked.effort() : ceiling.most());
            if (first.compareTo(ceiling.most()) > 0) {
                continue;
            }
            var before = new ArrayList<>(List.of(ceiling.when()));
            for (Effort effort = first; effort != null; effort = model.efforts().lower(effort)) {
                Fitted way = ways.computeIfAbsent(effort, attempt::at);
                where.computeIfAbsent(effort, _ -> new ArrayList<>()).add(Formula.all(before));
                before.add(space.not(way.when()));
            }
        }
        // the effort that was asked for comes first, as the one that most tasks get
        return List.copyOf(ways.values()).reversed().stream()
                .map(way -> way.where(Formula.all(
                        List.of(hasRoom, way.when(), Formula.any(Objects.requireNonNull(where.get(way.effort())))))))
                .filter(way -> !way.when().equals(Formula.NO))
                .toList();
    }

    private Formula atLeast(Whole left, Whole right) {
        return translate.compare(Comparison.AT_LEAST, left, right);
    }

    private Whole timeout(@Nullable Quantity asked) {
        Whole timeout = asked == null ? held.timeout() : Whole.least(translate.whole(asked), held.timeout());
        return Whole.greatest(Whole.of(1), timeout);
    }

    /** One plan and one model. */
    private final class Attempt {
        private final Model model;
        private final PlanIr asked;
        private final @Nullable Whole askedCap;
        private final @Nullable Whole askedThinking;
        private final Whole affordable;

        Attempt(Model model, PlanIr asked) {
            this.model = model;
            this.asked = asked;
            this.askedCap = asked.cap() == null ? null : translate.whole(asked.cap());
            this.askedThinking = asked.thinking() == null ? null : translate.whole(asked.thinking());
            this.affordable =
                    Whole.where(held.isCostHeld(), space.not(held.isCostHeld()), payable(), Whole.of(Held.NONE));
        }

        /** The tokens that the cost limit pays for; none where the model is unpriced. */
        private Whole payable() {
            var prices = model.figures().prices();
            if (prices == null) {
                return Whole.of(Long.MIN_VALUE);
            }
            return figures.byTier(prices, token -> {
                Whole left = Whole.sum(
                        Whole.least(Whole.of(Held.NONE), Whole.times(TokenPrices.PER_NANO, held.cost())),
                        Whole.minus(figures.inputCost(token, model)));
                Formula isShort = translate.compare(Comparison.LESS, left, Whole.of(0));
                return token.dearestOutput() == 0
                        ? Whole.where(isShort, space.not(isShort), Whole.of(-1), Whole.of(Held.NONE))
                        : Whole.floor(left, token.dearestOutput());
            });
        }

        /** The plan at an effort level, and where that is worth sending. */
        Fitted at(Effort effort) {
            Whole wanted = wanted(effort);
            Whole wantedCap = askedCap != null ? askedCap : workedOut(effort, wanted);
            Whole mostOutput = Whole.least(
                    Whole.of(model.outputLimit()),
                    Whole.sum(Whole.of(model.contextWindow()), Whole.minus(figures.input())));
            Whole cap = Whole.greatest(Whole.of(1), Whole.least(mostOutput, wantedCap, held.cap(), affordable));
            Whole thinking = effort == Effort.NONE
                    ? Whole.of(0)
                    : Whole.least(wanted, Whole.sum(cap, Whole.minus(figures.answer())));
            Whole least = least(effort);
            Formula isWorthIt = Formula.all(
                    List.of(atLeast(thinking, least), atLeast(affordable, Whole.sum(least, figures.answer()))));
            return new Fitted(model, effort, isWorthIt, cap, thinking, timeout(asked.timeout()));
        }

        private Whole workedOut(Effort effort, Whole wanted) {
            Whole deadline = model.figures()
                    .speed(effort)
                    .map(speed -> Whole.where(
                            isHurried,
                            space.not(isHurried),
                            figures.withinDeadline(speed, usual(effort, wanted), FitRules.MARGIN_MILLIS),
                            Whole.of(Held.NONE)))
                    .orElseGet(() -> Whole.of(Held.NONE));
            boolean isLowest = effort == model.efforts().first();
            Whole room = Whole.sum(
                    wanted,
                    Whole.greatest(
                            Whole.times(FitRules.ANSWER_ROOM, figures.answer()), Whole.of(FitRules.LEAST_ANSWER_ROOM)));
            Whole enough = Whole.sum(least(effort), figures.answer());
            return Whole.least(room, isLowest ? Whole.greatest(deadline, enough) : deadline);
        }

        private Whole usual(Effort effort, Whole wanted) {
            return model.figures()
                    .thinking(effort)
                    .map(lengths -> Whole.least(wanted, Whole.of(lengths.quantile(ThinkingLengths.CERTAIN / 2))))
                    .orElse(wanted);
        }

        private Whole wanted(Effort effort) {
            if (effort == Effort.NONE) {
                return Whole.of(0);
            }
            Whole allowance = Whole.of(Math.max(
                    model.figures()
                            .thinking(effort)
                            .map(lengths -> lengths.quantile(FitRules.LONG_THINKING))
                            .orElse(effort.thinkingAllowance()),
                    model.thinkingFloor(effort)));
            Whole wanted = askedThinking == null
                    ? allowance
                    : effort.compareTo(asked.effort()) < 0 ? Whole.least(askedThinking, allowance) : askedThinking;
            return Whole.greatest(Whole.of(0), Whole.least(wanted, Whole.of(model.thinkingLimit()), held.thinking()));
        }

        private Whole least(Effort effort) {
            Whole floor = Whole.of(model.thinkingFloor(effort));
            if (effort == Effort.NONE || askedThinking == null) {
                return floor;
            }
            Thinking ability = model.thinking();
            long least = ability == null || ability.budget() == null
                    ? 1
                    : ability.budget().least();
            Formula isEnough = atLeast(askedThinking, floor);
            return Whole.where(
                    isEnough, space.not(isEnough), floor, Whole.greatest(Whole.of(1), askedThinking, Whole.of(least)));
        }
    }
}
