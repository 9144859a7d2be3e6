package dev.mete.simulate.run;

import dev.mete.engine.catalog.Effort;

/** One model and effort for everything. */
public record Baseline(String model, Effort effort) {
    /** As {@code model/effort}. */
    public String name() {
        return model + "/" + effort.word();
    }
}
