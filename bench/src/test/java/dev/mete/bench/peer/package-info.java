/** Holds the peers of the benchmarks to hand-written Java. */
@NullMarked
package dev.mete.bench.peer;

import org.jspecify.annotations.NullMarked;
