/** From a folder on disk to a policy that decides, or to every diagnostic. */
@NullMarked
package dev.mete.engine.load;

import org.jspecify.annotations.NullMarked;
