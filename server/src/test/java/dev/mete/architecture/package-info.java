/** The rules of the house that a compiler does not check. */
@NullMarked
package dev.mete.architecture;

import org.jspecify.annotations.NullMarked;
