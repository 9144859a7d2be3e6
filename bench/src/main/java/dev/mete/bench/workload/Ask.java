package dev.mete.bench.workload;

import dev.mete.engine.catalog.Effort;
import java.util.List;

/**
 * What a generated rule asks for. Chosen so that the model can take it for every generated task: fitting changes nothing, and hand-written code
 * need not repeat it.
 *
 * @param thinking hidden thinking in tokens; 0 where the effort is none
 * @param timeout in milliseconds
 */
public record Ask(String alias, Effort effort, int thinking, int cap, int timeout) {
    /** All that generated rules ask for. */
    public static final List<Ask> ALL = List.of(
            new Ask("fast", Effort.NONE, 0, 2_500, 5_000),
            new Ask("fast", Effort.LOW, 2_000, 6_000, 10_000),
            new Ask("balanced", Effort.NONE, 0, 4_000, 10_000),
            new Ask("balanced", Effort.LOW, 3_000, 8_000, 20_000),
            new Ask("balanced", Effort.MEDIUM, 6_000, 10_000, 30_000),
            new Ask("deep", Effort.MEDIUM, 8_000, 12_000, 45_000),
            new Ask("deep", Effort.HIGH, 16_000, 24_000, 90_000));
}
