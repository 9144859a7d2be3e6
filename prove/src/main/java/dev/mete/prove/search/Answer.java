package dev.mete.prove.search;

import java.util.BitSet;

/** What a search comes to. */
public sealed interface Answer {
    /** There are such tasks. */
    record Found(Leaf leaf) implements Answer {}

    /**
     * There is none, for certain.
     *
     * @param of the places of formulas that cannot hold together; others were not needed to see it
     */
    record None(BitSet of) implements Answer {
        public None {
            of = (BitSet) of.clone();
        }

        @Override
        public BitSet of() {
            return (BitSet) of.clone();
        }
    }

    /** The search ended before it could tell. */
    record NotDecided() implements Answer {}
}
