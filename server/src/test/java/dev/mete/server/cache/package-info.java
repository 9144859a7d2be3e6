/** Decisions that are remembered. */
@NullMarked
package dev.mete.server.cache;

import org.jspecify.annotations.NullMarked;
