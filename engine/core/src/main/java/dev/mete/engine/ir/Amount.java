package dev.mete.engine.ir;

import java.util.List;

/** A piecewise linear whole number over the features of a task. The compiler guarantees that no part overflows within the features' bounds. */
public sealed interface Amount {
    /** A fixed number. */
    record Fixed(long number) implements Amount {}

    /** The number in a slot. */
    record Slot(int slot) implements Amount {}

    /** The sum of all terms. */
    record Sum(List<Amount> terms) implements Amount {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** A fixed multiple. */
    record Times(long factor, Amount amount) implements Amount {}

    /** The least of the amounts. */
    record Least(List<Amount> amounts) implements Amount {
        public Least {
            amounts = nonEmpty(amounts);
        }
    }

    /** The greatest of the amounts. */
    record Greatest(List<Amount> amounts) implements Amount {
        public Greatest {
            amounts = nonEmpty(amounts);
        }
    }

    /** The amount of the first branch whose condition holds, else another: what depends on a closed feature or on a threshold. */
    record Case(List<Branch> branches, Amount otherwise) implements Amount {
        public Case {
            branches = List.copyOf(branches);
        }
    }

    /** One case of an amount. */
    record Branch(Condition when, Amount amount) {}

    private static List<Amount> nonEmpty(List<Amount> amounts) {
        if (amounts.isEmpty()) {
            throw new IllegalArgumentException("the least or greatest of nothing");
        }
        return List.copyOf(amounts);
    }
}
