/** Replaying: each task is decided by every contender, and what the call comes to is drawn and summed exactly. */
@NullMarked
package dev.mete.simulate.run;

import org.jspecify.annotations.NullMarked;
