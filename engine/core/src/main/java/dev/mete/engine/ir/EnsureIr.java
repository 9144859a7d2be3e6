package dev.mete.engine.ir;

import dev.mete.engine.diagnostic.Span;

/**
 * A claim about all decisions of a policy: where its condition holds, so does what it says of the decision. It never changes one. A task that is refused has no
 * decision, and makes no claim false.
 *
 * @param name what messages call it: the author's reason, else the words of the line
 * @param claim over the features of the task and, behind them, those of {@link DecisionFeatures}
 * @param when over the features of the task and the bucket
 */
public record EnsureIr(String name, Condition claim, Condition when, Span span) {}
