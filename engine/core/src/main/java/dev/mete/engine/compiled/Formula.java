package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.task.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount made ready to be reckoned without allocating. Sums of features are flattened: arithmetic wraps, so the result is that of the amount wherever
 * that is a {@code long}, which the compiler of a policy guarantees. Immutable, thread-safe.
 */
sealed interface Formula {
    /** So far from the end of a {@code long} that rounding does not matter. */
    double SURELY_LONG = 0x1p62;

    /** The amount as a whole number. */
    long of(Task task, Bucket bucket);

    /** What no part of the amount goes beyond, about; where it is below {@link #SURELY_LONG}, the amount is a {@code long} and all parts of it are. */
    double most(Task task, Bucket bucket);

    /** A fixed number. */
    record Fixed(long number) implements Formula {
        @Override
        public long of(Task task, Bucket bucket) {
            return number;
        }

        @Override
        public double most(Task task, Bucket bucket) {
            return Math.abs((double) number);
        }
    }

    /** The number in a slot. */
    record Slot(int slot) implements Formula {
        @Override
        public long of(Task task, Bucket bucket) {
            return task.number(slot);
        }

        @Override
        public double most(Task task, Bucket bucket) {
            return Math.abs((double) task.number(slot));
        }
    }

    /** A fixed number and multiples of formulas. */
    final class Linear implements Formula {
        private final long constant;
        private final long[] factors;
        private final Formula[] parts;

        /** Whether constant and factors are what they are meant to be, and not what is left of them. */
        private final boolean isWhole;

        Linear(long constant, long[] factors, Formula[] parts, boolean isWhole) {
            this.isWhole = isWhole;
            this.constant = constant;
            this.factors = factors;
            this.parts = parts;
        }

        @Override
        public long of(Task task, Bucket bucket) {
            long sum = constant;
            for (int i = 0; i < parts.length; i++) {
                sum += factors[i] * parts[i].of(task, bucket);
            }
            return sum;
        }

        @Override
        public double most(Task task, Bucket bucket) {
            double most = isWhole ? Math.abs((double) constant) : Double.POSITIVE_INFINITY;
            for (int i = 0; i < parts.length; i++) {
                most += Math.abs((double) factors[i]) * parts[i].most(task, bucket);
            }
            return most;
        }
    }

    /** The least or the greatest of several. */
    final class Extreme implements Formula {
        private final boolean isLeast;
        private final Formula[] parts;

        Extreme(boolean isLeast, Formula[] parts) {
            this.isLeast = isLeast;
            this.parts = parts;
        }

        @Override
        public long of(Task task, Bucket bucket) {
            long extreme = parts[0].of(task, bucket);
            for (int i = 1; i < parts.length; i++) {
                long next = parts[i].of(task, bucket);
                extreme = isLeast ? Math.min(extreme, next) : Math.max(extreme, next);
            }
            return extreme;
        }

        @Override
        public double most(Task task, Bucket bucket) {
            double most = 0;
            for (Formula part : parts) {
                most = Math.max(most, part.most(task, bucket));
            }
            return most;
        }
    }

    /** The first whose check holds, else the last. */
    final class Case implements Formula {
        private final Check[] when;
        private final Formula[] then;

        Case(Check[] when, Formula[] then) {
            this.when = when;
            this.then = then;
        }

        @Override
        public long of(Task task, Bucket bucket) {
            return then[Check.first(when, task, bucket)].of(task, bucket);
        }

        @Override
        public double most(Task task, Bucket bucket) {
            return then[Check.first(when, task, bucket)].most(task, bucket);
        }
    }

    /** Makes an amount ready. */
    static Formula of(Amount amount) {
        return switch (amount) {
            case Amount.Fixed(long number) -> new Fixed(number);
            case Amount.Slot(int slot) -> new Slot(slot);
            case Amount.Sum _, Amount.Times _ -> new Flattened().add(1, amount).formula();
            case Amount.Least(var parts) -> parts.size() == 1 ? of(parts.getFirst()) : new Extreme(true, all(parts));
            case Amount.Greatest(var parts) ->
                parts.size() == 1 ? of(parts.getFirst()) : new Extreme(false, all(parts));
            case Amount.Case(var branches, var otherwise) -> {
                var then = new ArrayList<Amount>();
                branches.forEach(branch -> then.add(branch.amount()));
                then.add(otherwise);
                yield new Case(
                        Check.all(branches.stream().map(Amount.Branch::when).toList()), all(then));
            }
        };
    }

    private static Formula[] all(List<Amount> amounts) {
        return amounts.stream().map(Formula::of).toArray(Formula[]::new);
    }

    /** The terms of a sum, whatever they are nested in. */
    final class Flattened {
        private long constant;
        private boolean isWhole = true;
        private final List<Long> factors = new ArrayList<>();
        private final List<Formula> parts = new ArrayList<>();

        private Flattened add(long factor, Amount amount) {
            switch (amount) {
                case Amount.Fixed(long number) -> {
                    long product = product(factor, number);
                    long sum = constant + product;
                    isWhole &= ((constant ^ sum) & (product ^ sum)) >= 0;
                    constant = sum;
                }
                case Amount.Sum(var terms) -> terms.forEach(term -> add(factor, term));
                case Amount.Times(long times, var part) -> add(product(factor, times), part);
                case Amount.Slot _, Amount.Least _, Amount.Greatest _, Amount.Case _ -> {
                    factors.add(factor);
                    parts.add(Formula.of(amount));
                }
            }
            return this;
        }

        private long product(long factor, long times) {
            isWhole &= Math.multiplyHigh(factor, times) == (factor * times) >> 63;
            return factor * times;
        }

        private Formula formula() {
            if (parts.isEmpty() && isWhole) {
                return new Fixed(constant);
            }
            boolean isBare = isWhole && parts.size() == 1 && constant == 0 && factors.getFirst() == 1;
            return isBare
                    ? parts.getFirst()
                    : new Linear(
                            constant,
                            factors.stream().mapToLong(Long::longValue).toArray(),
                            parts.toArray(Formula[]::new),
                            isWhole);
        }
    }
}
