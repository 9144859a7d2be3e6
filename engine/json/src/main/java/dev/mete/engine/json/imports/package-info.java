/** Reads the price maps that people keep in common, and makes catalog entries of what they say. */
@NullMarked
package dev.mete.engine.json.imports;

import org.jspecify.annotations.NullMarked;
