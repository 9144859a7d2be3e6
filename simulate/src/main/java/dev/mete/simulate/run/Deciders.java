package dev.mete.simulate.run;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.economics.EstimatePlan;
import dev.mete.engine.eval.FitPlan;
import dev.mete.engine.task.Task;
import dev.mete.simulate.chance.Chance;
import dev.mete.simulate.chance.Chance.Purpose;
import dev.mete.simulate.run.Contender.Decider;

/** The ways to decide. Used by one thread. */
final class Deciders {
    private final AtPrices<Catalog> catalogs;
    private final Choices choices = new Choices();

    Deciders(Catalog catalog) {
        this.catalogs = new AtPrices<>(catalog::at, CatalogStamp::of, _ -> {});
    }

    /** As the policy in this place decides. */
    Decider policy(int place) {
        return new Decider() {
            @Override
            public Choice choose(Arrival arrival, Chance chance, long request) {
                return choices.of(arrival.policies().get(place), arrival.tasks().get(place));
            }

            @Override
            public boolean isSteady() {
                return true;
            }
        };
    }

    /** One model and effort for everything. */
    Decider baseline(Baseline baseline) {
        return new Decider() {
            @Override
            public Choice choose(Arrival arrival, Chance chance, long request) {
                return fit(baseline, arrival, arrival.tasks().getFirst());
            }

            @Override
            public boolean isSteady() {
                return true;
            }
        };
    }

    /** Model and effort of a request that is drawn from all that the policy in this place decided. */
    Decider control(int place, Shares shares) {
        return new Decider() {
            @Override
            public Choice choose(Arrival arrival, Chance chance, long request) {
                long number = chance.below(arrival.record().line(), request, Purpose.CONTROL, shares.all());
                return fit(shares.of(number), arrival, arrival.tasks().get(place));
            }

            @Override
            public boolean isSteady() {
                return false;
            }
        };
    }

    private Choice fit(Baseline baseline, Arrival arrival, Task task) {
        return catalogs.at(arrival.moment())
                .model(baseline.model())
                .flatMap(model -> FitPlan.of(model, baseline.effort(), task))
                .map(plan -> choices.of(plan, "", "", EstimatePlan.of(plan, task)))
                .orElseGet(Choice.Refuses::new);
    }
}
