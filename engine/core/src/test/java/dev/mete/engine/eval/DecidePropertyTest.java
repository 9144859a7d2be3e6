package dev.mete.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.PassedOver;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.Refusal;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of steps 4 and 5 for all models, plans, limits and tasks. */
class DecidePropertyTest {
    @Property
    void everyPlanObeysItsModelAndLeavesRoomForItsAnswer(@ForAll("situations") Situation situation) {
        long answer = Math.max(1, situation.output());
        for (Plan plan : plans(situation.outcome())) {
            assertThat(plan.model().efforts()).contains(plan.effort());
            assertThat(plan.tokenCap()).isBetween(1L, plan.model().outputLimit());
            assertThat(situation.input() + plan.tokenCap())
                    .isLessThanOrEqualTo(plan.model().contextWindow());
            if (plan.effort() == Effort.NONE) {
                assertThat(plan.thinkingTokens()).isZero();
            } else {
                assertThat(plan.tokenCap() - plan.thinkingTokens()).isGreaterThanOrEqualTo(answer);
                assertThat(plan.thinkingTokens())
                        .isBetween(leastUseful(plan, situation), plan.model().thinkingLimit());
            }
        }
    }

    @Property
    void noPlanExceedsALimit(@ForAll("situations") Situation situation) {
        for (Plan plan : plans(situation.outcome())) {
            for (Bound limit : situation.limits()) {
                assertThat(bounded(limit, plan)).isLessThanOrEqualTo(FitOracle.number(limit));
            }
        }
    }

    @Property
    void noPlanExceedsWhatWasAsked(@ForAll("situations") Situation situation) {
        var alone = situation.single();
        PlanIr asked = alone.plans().getFirst();
        for (Plan plan : plans(alone.outcome())) {
            Effort lowest = plan.model().efforts().first();
            assertThat(plan.effort())
                    .satisfiesAnyOf(
                            effort -> assertThat(effort).isLessThanOrEqualTo(asked.effort()),
                            effort -> assertThat(effort).isEqualTo(lowest));
            if (asked.cap() != null) {
                assertThat(plan.tokenCap())
                        .isLessThanOrEqualTo(fixed(asked.cap().numerator()));
            }
            if (asked.thinking() != null) {
                assertThat(plan.thinkingTokens())
                        .isLessThanOrEqualTo(fixed(asked.thinking().numerator()));
            }
            if (asked.timeout() != null) {
                assertThat(plan.timeoutMillis())
                        .isBetween(1L, fixed(asked.timeout().numerator()));
            }
        }
    }

    @Property
    void theOrderOfLimitsDoesNotMatter(@ForAll("situations") Situation situation, @ForAll long seed) {
        var shuffled = new ArrayList<>(situation.limits());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(unnamed(situation.with(shuffled).outcome())).isEqualTo(unnamed(situation.outcome()));
    }

    @Property
    void oneMoreLimitNeverRaisesAnything(@ForAll("situations") Situation situation, @ForAll("limits") Bound limit) {
        var without = plans(situation.single().outcome());
        for (Plan plan : plans(situation.single().with(limit).outcome())) {
            Plan before = without.getFirst();
            assertThat(plan.effort()).isLessThanOrEqualTo(before.effort());
            assertThat(plan.tokenCap()).isLessThanOrEqualTo(before.tokenCap());
            assertThat(plan.thinkingTokens()).isLessThanOrEqualTo(before.thinkingTokens());
            assertThat(endless(plan)).isLessThanOrEqualTo(endless(before));
        }
    }

    @Property
    void aTaskIsAlwaysDecidedAlike(@ForAll("situations") Situation situation) {
        assertThat(situation.outcome()).isEqualTo(situation.outcome());
    }

    @Property(tries = 3_000)
    void whatIsDecidedIsWhatTheLanguageSays(@ForAll("situations") Situation situation) {
        var expected = expected(situation);
        switch (situation.outcome()) {
            case Decision decision -> {
                assertThat(expected.plan).contains(decision.plan());
                assertThat(decision.fallbacks()).isEqualTo(expected.fallbacks);
                assertThat(models(decision.passedOver())).isEqualTo(expected.passedOver);
                assertThat(decision.limitedBy()).isEqualTo(limitedBy(situation, expected));
                assertThat(asked(decision, situation.plans().getFirst())).isTrue();
            }
            case Refusal refusal -> {
                assertThat(expected.plan).isEmpty();
                assertThat(models(refusal.passedOver())).isEqualTo(expected.passedOver);
            }
            case Fault fault -> throw new AssertionError(fault.message());
        }
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Situation.any();
    }

    @Provide
    Arbitrary<Bound> limits() {
        return Situation.anyLimit();
    }

    /** What the language says comes of a situation: the place of the candidate, its plan, the fallbacks after it. */
    private record Expected(int place, Optional<Plan> plan, List<Plan> fallbacks, Set<String> passedOver) {}

    private static Expected expected(Situation situation) {
        var oracle = new FitOracle(situation.input(), situation.output(), situation.limits());
        var named = situation.plans().stream()
                .map(plan -> plan.model().model().id())
                .toList();
        var fitted = new ArrayList<Optional<Plan>>();
        var models = new ArrayList<String>();
        for (PlanIr plan : situation.plans()) {
            fitted.add(oracle.plan(plan.model().model(), plan));
            models.add(plan.model().model().id());
        }
        situation.ir().models().stream()
                .map(model -> model.model())
                .filter(model -> !named.contains(model.id()))
                .forEach(model -> {
                    fitted.add(oracle.plan(model, situation.plans().getFirst()));
                    models.add(model.id());
                });
        int place = 0;
        while (place < fitted.size() && fitted.get(place).isEmpty()) {
            place++;
        }
        var fallbacks = fitted.subList(0, named.size()).stream()
                .skip(place + 1L)
                .flatMap(Optional::stream)
                .toList();
        Set<String> passedOver = new TreeSet<>();
        for (int i = 0; i < fitted.size(); i++) {
            if (fitted.get(i).isEmpty() && (i < place || i < named.size())) {
                passedOver.add(models.get(i));
            }
        }
        return new Expected(place, place < fitted.size() ? fitted.get(place) : Optional.empty(), fallbacks, passedOver);
    }

    /** A limit is named where it is the lowest of its kind, and the plan would be another without its kind, or its kind alone has that effect. */
    private static List<String> limitedBy(Situation situation, Expected expected) {
        var free = expected(situation.with(List.of()));
        var names = new ArrayList<String>();
        for (int i = 0; i < situation.limits().size(); i++) {
            Bound limit = situation.limits().get(i);
            var alike = situation.limits().stream()
                    .filter(other -> other.getClass() == limit.getClass())
                    .toList();
            var others = situation.limits().stream()
                    .filter(other -> other.getClass() != limit.getClass())
                    .toList();
            boolean isLowest = alike.stream().allMatch(other -> FitOracle.number(limit) <= FitOracle.number(other));
            if (isLowest
                    && (isOther(expected, expected(situation.with(others)))
                            || hasEffect(expected(situation.with(alike)), expected, free))) {
                names.add("limit " + i);
            }
        }
        return names;
    }

    private static boolean isOther(Expected a, Expected b) {
        return a.place != b.place || !a.plan.equals(b.plan);
    }

    private static boolean hasEffect(Expected alone, Expected all, Expected free) {
        if (alone.place != all.place) {
            return false;
        }
        if (all.place != free.place) {
            return true;
        }
        return Stream.<Function<Plan, Long>>of(
                        plan -> (long) plan.effort().ordinal(),
                        Plan::tokenCap,
                        Plan::thinkingTokens,
                        DecidePropertyTest::endless)
                .anyMatch(part -> alone.plan.map(part).equals(all.plan.map(part))
                        && !all.plan.map(part).equals(free.plan.map(part)));
    }

    private static boolean asked(Decision decision, PlanIr asked) {
        var plan = decision.plan();
        var was = decision.asked();
        Model model = asked.model().model();
        return reports(was.model(), model.id(), plan.model().id())
                && reports(was.effort(), asked.effort(), plan.effort())
                && (asked.cap() == null
                        ? was.tokenCap() == null
                        : reports(was.tokenCap(), fixed(asked.cap().numerator()), plan.tokenCap()))
                && (asked.thinking() == null
                        ? was.thinkingTokens() == null
                        : reports(was.thinkingTokens(), fixed(asked.thinking().numerator()), plan.thinkingTokens()))
                && (asked.timeout() == null
                        ? was.timeoutMillis() == null
                        : reports(was.timeoutMillis(), fixed(asked.timeout().numerator()), plan.timeoutMillis()));
    }

    private static <T> boolean reports(@Nullable T reported, T asked, T effective) {
        return asked.equals(effective) ? reported == null : asked.equals(reported);
    }

    /** The least thinking that is worth sending: the level's floor, or what the author asked for on purpose. */
    private static long leastUseful(Plan plan, Situation situation) {
        long floor = plan.model().thinkingFloor(plan.effort());
        return situation.plans().stream()
                .flatMap(asked -> Stream.ofNullable(asked.thinking()))
                .mapToLong(thinking -> fixed(thinking.numerator()))
                .reduce(floor, Math::min);
    }

    private static Set<String> models(List<PassedOver> passedOver) {
        return passedOver.stream().map(PassedOver::model).collect(Collectors.toSet());
    }

    private static List<Plan> plans(Outcome outcome) {
        return switch (outcome) {
            case Decision decision ->
                Stream.concat(Stream.of(decision.plan()), decision.fallbacks().stream())
                        .toList();
            case Refusal _ -> List.of();
            case Fault fault -> throw new AssertionError(fault.message());
        };
    }

    /** An outcome without the names of limits, which follow the order of the policy. */
    private static List<Object> unnamed(Outcome outcome) {
        return switch (outcome) {
            case Decision decision ->
                List.of(
                        decision.plan(),
                        decision.asked(),
                        decision.fallbacks(),
                        decision.passedOver(),
                        decision.limitedBy().size());
            case Refusal refusal -> List.of(refusal);
            case Fault fault -> List.of(fault);
        };
    }

    private static long bounded(Bound limit, Plan plan) {
        return switch (limit) {
            case Bound.EffortAtMost _ -> plan.effort().ordinal();
            case Bound.ThinkingAtMost _ -> plan.thinkingTokens();
            case Bound.CapAtMost _ -> plan.tokenCap();
            case Bound.CostAtMost _ ->
                throw new IllegalStateException("a limit on the cost is tried where models have prices");
            case Bound.TimeoutAtMost _ -> endless(plan);
        };
    }

    private static long endless(Plan plan) {
        return plan.hasTimeout() ? plan.timeoutMillis() : Long.MAX_VALUE;
    }

    private static long fixed(Amount amount) {
        return ((Amount.Fixed) amount).number();
    }
}
