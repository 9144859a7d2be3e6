/** Says from a log of decisions and outcomes where thinking did not pay, which caps do not fit and which deadlines cannot be met. */
@NullMarked
package dev.mete.simulate.advise;

import org.jspecify.annotations.NullMarked;
