/** Policies in the engine's own terms, the same for every rule language. */
@NullMarked
package dev.mete.engine.ir;

import org.jspecify.annotations.NullMarked;
