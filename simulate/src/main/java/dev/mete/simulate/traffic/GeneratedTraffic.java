package dev.mete.simulate.traffic;

import dev.mete.engine.task.StandardFeatures;
import dev.mete.simulate.chance.Chance;
import java.util.Map;

/** Tasks that are made up by a mix alone. */
public final class GeneratedTraffic implements Traffic {
    private final Mix mix;
    private final long tasks;
    private final Chance chance;

    /** So many tasks; equal seeds make equal tasks. */
    public GeneratedTraffic(Mix mix, long tasks, long seed) {
        this.mix = mix;
        this.tasks = tasks;
        this.chance = new Chance(seed);
    }

    @Override
    public String name() {
        return "the mix " + mix.name();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void read(Listener listener) throws UnreadableTraffic {
        if (!mix.gives(StandardFeatures.INPUT_TOKENS)) {
            throw new UnreadableTraffic("a part of the mix does not say `input_tokens`, which every task needs");
        }
        listener.note("assumed: all tasks are made up by the mix `" + mix.name() + "`");
        for (long line = 1; line <= tasks; line++) {
            long number = line;
            listener.take(line, () -> new TrafficRecord(number, null, 1, mix.task(chance, number, Map.of()), Map.of()));
        }
    }
}
