/** Tests of the way from the bytes of a task to the bytes of its decision. */
@NullMarked
package dev.mete.server.decide;

import org.jspecify.annotations.NullMarked;
