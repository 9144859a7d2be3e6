package dev.mete.prove.diff;

import dev.mete.engine.decision.Outcome;
import dev.mete.engine.task.Task;

/**
 * Tasks that two policies decide otherwise. Immutable.
 *
 * @param ruleBefore the rule that decides them in the one, `otherwise` included
 * @param ruleAfter and in the other
 * @param condition which they are
 * @param isEach whether each of these tasks is decided otherwise; else some are, and the others get the same from both
 * @param share how many of all tasks the condition has
 * @param witness the plainest of those that are decided otherwise, over the features of both policies
 * @param before what it gets from the one
 * @param after and from the other
 */
public record Change(
        String ruleBefore,
        String ruleAfter,
        String condition,
        boolean isEach,
        double share,
        Task witness,
        Outcome before,
        Outcome after) {}
