/** The straightforward evaluation of a policy: its meaning, step by step, and its explanation. */
@NullMarked
package dev.mete.engine.eval;

import org.jspecify.annotations.NullMarked;
