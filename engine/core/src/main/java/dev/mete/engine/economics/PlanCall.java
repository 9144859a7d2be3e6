package dev.mete.engine.economics;

import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.task.Task;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What single calls of a plan come to for a task, given how long they think and answer: the arithmetic of {@link EstimatePlan} for a draw instead of
 * the mean. Immutable, thread-safe. What the catalog lacks figures for is empty.
 */
public final class PlanCall {
    private final Plan plan;
    private final long input;
    private final @Nullable Thinking thinking;
    private final @Nullable TokenPrices prices;
    private final long prompt;
    private final @Nullable Speed speed;

    /** The calls of a plan for a task. */
    public PlanCall(Plan plan, Task task) {
        this.plan = plan;
        this.input = task.number(task.schema().standard().input());
        Figures figures = plan.model().figures();
        this.thinking = EstimatePlan.thinking(plan).orElse(null);
        this.prices = figures.prices() == null ? null : figures.prices().at(input);
        this.prompt = prices == null ? 0 : EstimatePlan.inputCost(prices, plan.model(), task);
        this.speed = figures.speed(plan.effort()).orElse(null);
    }

    /**
     * The output of a call under the plan's cap.
     *
     * @param isCutOff whether it would have been longer
     */
    public record Tokens(long thinking, long visible, boolean isCutOff) {}

    /** How long a call thinks that thinks longer than this share, in millionths, of all calls. */
    public OptionalLong thinking(int share) {
        return thinking == null ? OptionalLong.empty() : OptionalLong.of(thinking.quantile(share));
    }

    /** An output held to the cap, which cuts the answer off before it cuts the thinking. */
    public Tokens held(long thought, long visible) {
        long cap = plan.tokenCap();
        long all = Math.min(thought + visible, cap);
        long kept = Math.min(thought, all);
        return new Tokens(kept, all - kept, thought + visible > cap);
    }

    /** The price in pico-dollars. */
    public OptionalLong cost(Tokens tokens) {
        return prices == null
                ? OptionalLong.empty()
                : OptionalLong.of(prompt + EstimatePlan.outputCost(prices, tokens.thinking(), tokens.visible()));
    }

    /**
     * The time until the whole answer is there, in microseconds. The time to the first token is linear from its median to its 95th percentile, and
     * does not vary beyond them; where it was measured after the thinking, only the thinking varies.
     *
     * @param share the share, in millionths, of calls whose first token comes sooner
     */
    public OptionalLong latency(Tokens tokens, int share) {
        if (speed == null || (thinking == null && !speed.thinksBeforeFirstToken())) {
            return OptionalLong.empty();
        }
        var pace = new Pace(speed, thinking);
        long output = thinking == null ? tokens.visible() : tokens.thinking() + tokens.visible();
        return OptionalLong.of(pace.usual(output) + pace.delay(share));
    }

    /** For how long the call occupies GPUs of one's own, in GPU microseconds; empty for a model that its provider runs. */
    public OptionalLong gpuMicros(Tokens tokens) {
        var hosting = plan.model().figures().hosting();
        return hosting == null
                ? OptionalLong.empty()
                : OptionalLong.of(hosting.gpuMicros(input, tokens.thinking() + tokens.visible()));
    }

    /** For how long the call occupies a sequence of a model on GPUs of one's own, in microseconds; empty for a model that its provider runs. */
    public OptionalLong slotMicros(Tokens tokens) {
        var hosting = plan.model().figures().hosting();
        return hosting == null
                ? OptionalLong.empty()
                : OptionalLong.of(hosting.slotMicros(input, tokens.thinking() + tokens.visible()));
    }
}
