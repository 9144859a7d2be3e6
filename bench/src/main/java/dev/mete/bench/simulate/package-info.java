/** How fast {@code mete simulate} is, and what memory it takes, each measured in a process of its own. */
@NullMarked
package dev.mete.bench.simulate;

import org.jspecify.annotations.NullMarked;
