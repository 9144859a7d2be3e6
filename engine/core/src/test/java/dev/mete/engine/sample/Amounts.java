package dev.mete.engine.sample;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Value;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated amounts over standard features. */
public final class Amounts {
    /** The features of the tasks. */
    public static final TaskSchema SCHEMA = TaskSchema.of(StandardFeatures.all(), new BitSet());

    private static final List<String> FEATURES =
            List.of("error_cost", "latency_tolerance", "input_tokens", "output_tokens", "attempt");

    private Amounts() {}

    /** Amounts of any shape, some of them beyond a {@code long}. */
    public static Arbitrary<Amount> any() {
        return amount(3).withoutEdgeCases();
    }

    /** Tasks with any values of the features that amounts are made of. */
    public static Arbitrary<Task> tasks() {
        var values = FEATURES.stream().map(Amounts::value).toList();
        return Combinators.combine(values).as(given -> {
            var builder = new TaskBuilder(SCHEMA);
            for (int i = 0; i < FEATURES.size(); i++) {
                builder.value(FEATURES.get(i), new Value.Scalar(given.get(i)));
            }
            return Tasks.built(builder);
        });
    }

    private static Arbitrary<Long> value(String name) {
        Feature feature = SCHEMA.feature(SCHEMA.slot(name));
        return feature.type() instanceof FeatureType.Quantity(var _, long least, long most)
                ? Arbitraries.longs().between(least, most)
                : Arbitraries.just(0L);
    }

    private static Arbitrary<Amount> amount(int depth) {
        Arbitrary<Amount> leaf = Arbitraries.oneOf(
                Arbitraries.longs().between(-1_000_000, 1_000_000).map(Amount.Fixed::new),
                Arbitraries.longs().map(Amount.Fixed::new),
                Arbitraries.of(FEATURES).map(name -> new Amount.Slot(PolicyDraft.slot(name))));
        if (depth == 0) {
            return leaf;
        }
        var part = Arbitraries.lazy(() -> amount(depth - 1));
        var parts = part.list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                leaf,
                parts.map(Amount.Sum::new),
                parts.map(Amount.Least::new),
                parts.map(Amount.Greatest::new),
                Combinators.combine(
                                Arbitraries.of(FEATURES), Arbitraries.longs().between(0, 1_000_000), part, part)
                        .as(Amounts::above),
                Combinators.combine(
                                Arbitraries.oneOf(
                                        Arbitraries.longs().between(-20, 20),
                                        Arbitraries.longs().between(-1_000_000_000, 1_000_000_000)),
                                part)
                        .as(Amount.Times::new));
    }

    private static Amount above(String feature, long threshold, Amount above, Amount below) {
        var isAbove = new Condition.Compare(
                Comparison.GREATER,
                new Amount.Slot(PolicyDraft.slot(feature)),
                new Amount.Fixed(threshold),
                1,
                Words.span("x"));
        return new Amount.Case(List.of(new Amount.Branch(isAbove, above)), below);
    }
}
