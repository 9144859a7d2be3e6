/** Benchmarks of deciding, reloading and serving. */
@NullMarked
package dev.mete.bench;

import org.jspecify.annotations.NullMarked;
