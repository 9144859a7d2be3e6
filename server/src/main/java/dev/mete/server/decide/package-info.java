/** From the bytes of a task to the bytes of its decision: one way for the single call, the batch, the stream and the command line. */
@NullMarked
package dev.mete.server.decide;

import org.jspecify.annotations.NullMarked;
