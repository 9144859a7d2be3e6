/** Decisions: model, effort and token cap for one task, and what was lowered on the way. */
@NullMarked
package dev.mete.engine.decision;

import org.jspecify.annotations.NullMarked;
