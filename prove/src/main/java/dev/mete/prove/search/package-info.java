/** Finds tasks that meet several formulas at once, or shows that there are none. */
@NullMarked
package dev.mete.prove.search;

import org.jspecify.annotations.NullMarked;
