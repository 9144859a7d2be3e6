package dev.mete.simulate.run;

import dev.mete.engine.task.Task;
import dev.mete.simulate.chance.Chance;
import dev.mete.simulate.run.Contender.Decider;
import org.jspecify.annotations.Nullable;

/**
 * A contender as one thread has it decide. Not thread-safe.
 *
 * @param ledger the sums of what that thread has it decide
 */
record ContenderPart(Contender contender, Decider decider, Ledger ledger) {
    /** The one choice for all requests of a line; null for a control. */
    @Nullable
    Choice steady(Arrival arrival, Chance chance) {
        return decider.isSteady() ? decider.choose(arrival, chance, 0) : null;
    }

    /** The task as it sees it. */
    Task task(Arrival arrival) {
        return arrival.tasks().get(contender.policy());
    }

    /** The choice for one request. */
    Choice choose(Arrival arrival, Chance chance, long request) {
        return decider.choose(arrival, chance, request);
    }

    /** Ends a block; what it returns adds to the contender's sums what waited for its end. */
    Runnable endBlock() {
        return contender.ledger().endBlock(ledger);
    }

    /** Adds its sums to the contender's. */
    void end() {
        contender.ledger().add(ledger);
    }
}
