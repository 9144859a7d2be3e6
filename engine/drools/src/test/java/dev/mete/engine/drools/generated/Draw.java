package dev.mete.engine.drools.generated;

import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Draws at random, the same from the same seed. Values come from small pools, so that tasks often meet what policies compare them with. */
final class Draw {
    /** Texts that are easy to get wrong when they are written and read back. */
    private static final List<String> TEXTS = List.of(
            "",
            "acme",
            "acme-eu",
            "eu",
            "a\"b",
            "back\\slash",
            "(,):5",
            "тест",
            "line\nbreak",
            "batch",
            "openai/gpt-5.5");

    private final Random random;

    Draw(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number between two bounds, both inclusive. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    <T> List<T> several(int least, int most, Supplier<T> one) {
        var drawn = new ArrayList<T>();
        IntStream.range(0, between(least, most)).forEach(_ -> drawn.add(one.get()));
        return drawn;
    }

    String text() {
        return of(TEXTS);
    }

    /** The slot of a feature of some kind. */
    int slot(Class<? extends FeatureType> kind) {
        var slots = IntStream.range(0, StandardFeatures.all().size())
                .filter(slot -> kind.isInstance(feature(slot).type()))
                .boxed()
                .toList();
        return of(slots);
    }

    /** The slot of a feature that is measured in a unit. */
    int slot(Unit unit) {
        var slots = IntStream.range(0, StandardFeatures.all().size())
                .filter(slot ->
                        feature(slot).type() instanceof FeatureType.Quantity quantity && quantity.unit() == unit)
                .boxed()
                .toList();
        return of(slots);
    }

    Unit unit() {
        return of(List.of(Unit.TOKENS, Unit.DURATION, Unit.MONEY, Unit.NUMBER));
    }

    /** A number of a unit in its smallest parts: round, just beside round, or anything. */
    long parts(Unit unit) {
        long round = switch (unit) {
            case TOKENS -> of(List.of(0L, 1L, 100L, 500L, 3_000L, 50_000L, 300_000L));
            case DURATION -> of(List.of(0L, 500L, 3_000L, 20_000L, 600_000L));
            case MONEY -> of(List.of(0L, 1L, 300_000_000L, 1_000_000_000L, 50_000_000_000L));
            case NUMBER -> of(List.of(1_000_000L, 1_500_000L, 2_000_000L, 7_000_000L));
            case PERCENT -> of(List.of(0L, 12_500_000L));
        };
        return Math.max(0, round + (chance(0.3) ? between(-1, 1) : 0));
    }

    /** What a call may cost, in nano-dollars: from less than any does to more. */
    long cost() {
        return of(List.of(10_000L, 400_000L, 2_500_000L, 20_000_000L, 300_000_000L, 5_000_000_000L))
                + between(0, 9_999);
    }

    static Feature feature(int slot) {
        return StandardFeatures.all().get(slot);
    }
}
