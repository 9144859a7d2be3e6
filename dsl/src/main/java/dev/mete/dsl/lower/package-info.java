/** From a checked policy to the engine's own terms. */
@NullMarked
package dev.mete.dsl.lower;

import org.jspecify.annotations.NullMarked;
