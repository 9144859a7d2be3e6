/** Chance that depends on nothing but what it is drawn for. */
@NullMarked
package dev.mete.simulate.chance;

import org.jspecify.annotations.NullMarked;
