/** Tasks: the typed, bounded features of one piece of work that wants a decision. */
@NullMarked
package dev.mete.engine.task;

import org.jspecify.annotations.NullMarked;
