/** Policies made ready to decide without allocating: an index over their lines, and plans whose fit is prepared. */
@NullMarked
package dev.mete.engine.compiled;

import org.jspecify.annotations.NullMarked;
