/** Which decisions differ between two policies. */
@NullMarked
package dev.mete.prove.diff;

import org.jspecify.annotations.NullMarked;
