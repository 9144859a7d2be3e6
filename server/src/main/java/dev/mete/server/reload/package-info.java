/** Policies as they are served: loaded from a folder, watched, and replaced while requests go on. */
@NullMarked
package dev.mete.server.reload;

import org.jspecify.annotations.NullMarked;
