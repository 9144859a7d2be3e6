package dev.mete.engine.economics;

import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.ir.PlanIr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether one plan comes to less than another in price, latency and errors alike, whatever the task. */
public final class Dominance {
    private Dominance() {}

    /** Whether the other plan is at least as good in everything for every task, and better in something. False where a figure is missing. */
    public static boolean isDominated(PlanIr plan, PlanIr by) {
        return isAsGood(by, plan) && !isAsGood(plan, by);
    }

    /** Whether a plan is at least as good as another in everything. */
    private static boolean isAsGood(PlanIr by, PlanIr plan) {
        var thinking = Weigh.thinking(plan);
        var othersThinking = Weigh.thinking(by);
        Figures figures = plan.model().model().figures();
        Figures others = by.model().model().figures();
        Prices prices = figures.prices();
        Prices othersPrices = others.prices();
        Optional<Speed> speed = figures.speed(plan.effort());
        Optional<Speed> othersSpeed = others.speed(by.effort());
        if (thinking.isEmpty()
                || othersThinking.isEmpty()
                || prices == null
                || othersPrices == null
                || speed.isEmpty()
                || othersSpeed.isEmpty()) {
            return false;
        }
        boolean isSameModel =
                plan.model().model().id().equals(by.model().model().id());
        return isNoDearer(
                        othersPrices,
                        othersThinking.get().mean(),
                        prices,
                        thinking.get().mean(),
                        isSameModel)
                && isNoSlower(new Pace(othersSpeed.get(), othersThinking.get()), new Pace(speed.get(), thinking.get()))
                && isRightAsOften(by, plan);
    }

    /** At every length of the input; of two models the one that a conversation has to switch to may have to cache all of it again. */
    private static boolean isNoDearer(
            Prices prices, long thinking, Prices than, long thanThinking, boolean isSameModel) {
        Set<Long> lengths = new TreeSet<>(Set.of(0L));
        prices.above().forEach(tier -> lengths.add(tier.inputTokens() + 1));
        than.above().forEach(tier -> lengths.add(tier.inputTokens() + 1));
        return lengths.stream().allMatch(input -> {
            TokenPrices token = prices.at(input);
            TokenPrices other = than.at(input);
            return token.input() <= other.input()
                    && (isSameModel
                            ? token.cachedInput() <= other.cachedInput()
                            : token.cacheWrite() <= other.cachedInput())
                    && token.output() <= other.output()
                    && token.reasoning() * thinking <= other.reasoning() * thanThinking;
        });
    }

    private static boolean isNoSlower(Pace pace, Pace than) {
        return pace.microsPerToken() <= than.microsPerToken() && pace.mean(mean(pace)) <= than.mean(mean(than));
    }

    private static long mean(Pace pace) {
        Thinking thinking = pace.thinking();
        return thinking == null ? 0 : thinking.mean();
    }

    /** At every kind of task that either was measured at, of which there is one. */
    private static boolean isRightAsOften(PlanIr plan, PlanIr than) {
        ErrorRates rates = plan.model().model().figures().errors();
        ErrorRates others = than.model().model().figures().errors();
        var measured = Stream.concat(rates.of(plan.effort()).stream(), others.of(than.effort()).stream())
                .toList();
        var types = words(measured, ErrorRates.Rate::type);
        var complexities = words(measured, ErrorRates.Rate::complexity);
        boolean isMeasured = false;
        for (Optional<String> type : types) {
            for (Optional<String> complexity : complexities) {
                var wrong = rates.of(plan.effort(), type.orElse(null), complexity.orElse(null));
                var othersWrong = others.of(than.effort(), type.orElse(null), complexity.orElse(null));
                if (wrong.isEmpty() && othersWrong.isEmpty()) {
                    continue;
                }
                if (wrong.isEmpty() || othersWrong.isEmpty() || wrong.getAsInt() > othersWrong.getAsInt()) {
                    return false;
                }
                isMeasured = true;
            }
        }
        return isMeasured;
    }

    /** The words that are measured apart, and any other. */
    private static Set<Optional<String>> words(
            List<ErrorRates.Rate> measured, Function<ErrorRates.Rate, @Nullable String> word) {
        Set<Optional<String>> words = new LinkedHashSet<>(Set.of(Optional.empty()));
        measured.forEach(rate -> words.add(Optional.ofNullable(word.apply(rate))));
        return words;
    }
}
