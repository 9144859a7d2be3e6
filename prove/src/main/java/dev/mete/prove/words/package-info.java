/** Regions of tasks in the words of a policy. */
@NullMarked
package dev.mete.prove.words;

import org.jspecify.annotations.NullMarked;
