package dev.mete.simulate.run;

import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import dev.mete.simulate.traffic.TrafficRecord;
import java.time.Instant;
import java.util.List;

/**
 * A line of traffic as the policies see it, at the prices of its moment.
 *
 * @param tasks the task for each policy, in their order
 */
record Arrival(TrafficRecord record, Instant moment, List<CompiledPolicy> policies, List<Task> tasks) {}
