package dev.mete.prove.plan;

import dev.mete.engine.ir.PlanIr;
import dev.mete.prove.space.Formula;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a rule decides the tasks that come to it. Immutable.
 *
 * @param when where it comes to this
 * @param asked the plan that the rule asked for there
 * @param plan what it comes to; null where no model can take the task
 * @param tried how many of the rule's fallbacks were tried for it
 */
public record Outcome(Formula when, PlanIr asked, @Nullable Fitted plan, int tried) {}
