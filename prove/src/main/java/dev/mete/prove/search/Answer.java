package dev.mete.prove.search;

/** What a search comes to. */
public sealed interface Answer {
    /** There are such tasks. */
    record Found(Leaf leaf) implements Answer {}

    /** There is none, for certain. */
    record None() implements Answer {}

    /** The search ended before it could tell. */
    record NotDecided() implements Answer {}
}
