/** From the syntax tree to a checked policy: names, types, units and bounds. */
@NullMarked
package dev.mete.dsl.check;

import org.jspecify.annotations.NullMarked;
