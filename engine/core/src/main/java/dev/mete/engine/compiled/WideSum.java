package dev.mete.engine.compiled;

import dev.mete.engine.check.Range;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An amount that may go beyond a {@code long}, reckoned in 128 bits of two's complement: what several plans are compared by. Products of {@code long}s
 * are added up; since additions wrap, the sum is right wherever it fits, whatever its parts come to. Immutable, thread-safe.
 */
sealed interface WideSum {
    /** More bits than any value may have. */
    int BITS = 126;

    /** Where the words of a number stand in a room of {@code long}s. */
    int HIGH = 0;

    int LOW = 1;
    int SIZE = 2;

    /**
     * Adds the amount to a number.
     *
     * @param room holds the number
     * @param at where in the room it stands
     */
    void add(Task task, Bucket bucket, long[] room, int at);

    /** A multiple of an amount that fits a {@code long}. */
    record Product(long factor, Formula amount) implements WideSum {
        @Override
        public void add(Task task, Bucket bucket, long[] room, int at) {
            long number = amount.of(task, bucket);
            long low = factor * number;
            long sum = room[at + LOW] + low;
            long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
            room[at + LOW] = sum;
            room[at + HIGH] += Math.multiplyHigh(factor, number) + carry;
        }
    }

    /** Several added up. */
    final class Terms implements WideSum {
        private final WideSum[] terms;

        Terms(WideSum[] terms) {
            this.terms = terms;
        }

        @Override
        public void add(Task task, Bucket bucket, long[] room, int at) {
            for (WideSum term : terms) {
                term.add(task, bucket, room, at);
            }
        }
    }

    /** The first whose check holds, else the last. */
    final class Case implements WideSum {
        private final Check[] when;
        private final WideSum[] then;

        Case(Check[] when, WideSum[] then) {
            this.when = when;
            this.then = then;
        }

        @Override
        public void add(Task task, Bucket bucket, long[] room, int at) {
            then[Check.first(when, task, bucket)].add(task, bucket, room, at);
        }
    }

    /** Compares two numbers of a room. */
    static int compare(long[] room, int one, int other) {
        int high = Long.compare(room[one + HIGH], room[other + HIGH]);
        return high != 0 ? high : Long.compareUnsigned(room[one + LOW], room[other + LOW]);
    }

    /** An amount made ready; nothing for one that 128 bits may not hold, or whose least part of several may not fit a {@code long}. */
    static Optional<WideSum> of(Amount amount, TaskSchema schema) {
        Range range = Range.of(amount, schema);
        return range.least().bitLength() > BITS || range.most().bitLength() > BITS
                ? Optional.empty()
                : of(1, amount, schema);
    }

    private static Optional<WideSum> of(long factor, Amount amount, TaskSchema schema) {
        if (Range.of(amount, schema).fitsLong() && isNarrow(amount, schema)) {
            return Optional.of(new Product(factor, Formula.of(amount)));
        }
        return switch (amount) {
            case Amount.Fixed _, Amount.Slot _ -> Optional.of(new Product(factor, Formula.of(amount)));
            case Amount.Sum(var terms) -> all(factor, terms, schema).map(Terms::new);
            case Amount.Times(long times, var part) -> {
                long high = Math.multiplyHigh(factor, times);
                boolean fits = high == (factor * times) >> 63;
                yield fits ? of(factor * times, part, schema) : Optional.empty();
            }
            case Amount.Case(var branches, var otherwise) -> {
                var then = new ArrayList<Amount>();
                branches.forEach(branch -> then.add(branch.amount()));
                then.add(otherwise);
                yield all(factor, then, schema)
                        .map(parts -> new Case(
                                Check.all(branches.stream()
                                        .map(Amount.Branch::when)
                                        .toList()),
                                parts));
            }
            case Amount.Least _, Amount.Greatest _ -> Optional.empty();
        };
    }

    /** Whether the least and greatest within an amount compare {@code long}s only. */
    private static boolean isNarrow(Amount amount, TaskSchema schema) {
        return switch (amount) {
            case Amount.Fixed _, Amount.Slot _ -> true;
            case Amount.Sum(var terms) -> terms.stream().allMatch(term -> isNarrow(term, schema));
            case Amount.Times(var _, var part) -> isNarrow(part, schema);
            case Amount.Least(var parts) -> areNarrow(parts, schema);
            case Amount.Greatest(var parts) -> areNarrow(parts, schema);
            case Amount.Case(var branches, var otherwise) ->
                isNarrow(otherwise, schema) && branches.stream().allMatch(branch -> isNarrow(branch.amount(), schema));
        };
    }

    private static boolean areNarrow(List<Amount> parts, TaskSchema schema) {
        return parts.stream().allMatch(part -> Range.of(part, schema).fitsLong() && isNarrow(part, schema));
    }

    private static Optional<WideSum[]> all(long factor, List<Amount> amounts, TaskSchema schema) {
        var parts = new ArrayList<WideSum>();
        for (Amount amount : amounts) {
            var part = of(factor, amount, schema);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(parts.toArray(WideSum[]::new));
    }
}
