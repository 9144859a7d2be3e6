/** Turns published measurements into policies and traffic that {@code mete simulate} replays, with what a plain count of the same rows gives. */
@NullMarked
package dev.mete.bench.replay;

import org.jspecify.annotations.NullMarked;
