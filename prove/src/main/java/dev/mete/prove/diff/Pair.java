package dev.mete.prove.diff;

/** The places of a rule of each policy that decide some tasks in common; the number of its rules stands for `otherwise`. */
record Pair(int before, int after) {}
