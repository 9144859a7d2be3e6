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
    /** The amount as a whole number. */
    long of(Task task, Bucket bucket);

    /** A fixed number. */
    record Fixed(long number) implements Formula {
        @Override
        public long of(Task task, Bucket bucket) {
            return number;
        }
    }

    /** The number in a slot. */
    record Slot(int slot) implements Formula {
        @Override
        public long of(Task task, Bucket bucket) {
            return task.number(slot);
        }
    }

    /** A fixed number and multiples of formulas. */
    final class Linear implements Formula {
        private final long constant;
        private final long[] factors;
        private final Formula[] parts;

        Linear(long constant, long[] factors, Formula[] parts) {
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
        private final List<Long> factors = new ArrayList<>();
        private final List<Formula> parts = new ArrayList<>();

        private Flattened add(long factor, Amount amount) {
            switch (amount) {
                case Amount.Fixed(long number) -> constant += factor * number;
                case Amount.Sum(var terms) -> terms.forEach(term -> add(factor, term));
                case Amount.Times(long times, var part) -> add(factor * times, part);
                case Amount.Slot _, Amount.Least _, Amount.Greatest _, Amount.Case _ -> {
                    factors.add(factor);
                    parts.add(Formula.of(amount));
                }
            }
            return this;
        }

        private Formula formula() {
            if (parts.isEmpty()) {
                return new Fixed(constant);
            }
            boolean isBare = parts.size() == 1 && constant == 0 && factors.getFirst() == 1;
            return isBare
                    ? parts.getFirst()
                    : new Linear(
                            constant,
                            factors.stream().mapToLong(Long::longValue).toArray(),
                            parts.toArray(Formula[]::new));
        }
    }
}
