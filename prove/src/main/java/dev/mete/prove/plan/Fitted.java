package dev.mete.prove.plan;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Simplify;
import dev.mete.prove.space.Whole;

/**
 * One way in which a model takes a plan. Immutable.
 *
 * @param when where it comes to this
 * @param cap output tokens
 * @param thinking tokens
 * @param timeout milliseconds; {@link Held#NONE} where there is none
 */
public record Fitted(Model model, Effort effort, Formula when, Whole cap, Whole thinking, Whole timeout) {
    Fitted simplified(Simplify simplify) {
        return new Fitted(
                model,
                effort,
                simplify.formula(when),
                simplify.whole(cap),
                simplify.whole(thinking),
                simplify.whole(timeout));
    }

    Fitted where(Formula only) {
        return new Fitted(model, effort, only, cap, thinking, timeout);
    }
}
