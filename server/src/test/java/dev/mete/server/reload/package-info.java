/** Loading and following changes, without HTTP. */
@NullMarked
package dev.mete.server.reload;

import org.jspecify.annotations.NullMarked;
