package dev.mete.engine.ir;

/**
 * One of several plans to choose from. Immutable.
 *
 * @param where what it has to satisfy, with the figures of this very candidate
 * @param worth its figures over the features of a task
 * @param value what candidates are compared by; the least is chosen. May be too large for a {@code long}
 */
public record CandidateIr(PlanIr plan, Condition where, Worth worth, Amount value) {}
