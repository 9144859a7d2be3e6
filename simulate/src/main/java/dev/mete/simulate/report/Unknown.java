package dev.mete.simulate.report;

/**
 * For how many requests a figure is missing, so that no sum counts them. Immutable.
 *
 * @param costs the model is unpriced, or it is not known how long it thinks
 * @param tokens it is not known how long the model thinks
 * @param latencies the catalog lacks the model's speed at the effort
 * @param errors no error rate covers the task, and none was recorded
 * @param errorCosts the task does not say what an error costs, or it is not known whether there is one
 * @param deadlines the task does not say how long the caller can wait
 */
public record Unknown(long costs, long tokens, long latencies, long errors, long errorCosts, long deadlines) {}
