/** Tests of advice, on simulated logs whose truth is known. */
@NullMarked
package dev.mete.simulate.advise;

import org.jspecify.annotations.NullMarked;
