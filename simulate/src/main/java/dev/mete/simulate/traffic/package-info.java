/** Traffic: tasks as they came, or as they are made up, read line by line in constant memory. */
@NullMarked
package dev.mete.simulate.traffic;

import org.jspecify.annotations.NullMarked;
