/** Decisions that are remembered, where deciding costs more than remembering. */
@NullMarked
package dev.mete.server.cache;

import org.jspecify.annotations.NullMarked;
