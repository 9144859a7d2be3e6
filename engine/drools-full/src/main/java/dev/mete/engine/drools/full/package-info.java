/** Full DRL, compiled and run as the arbitrary Java that it is; only for files that are trusted. */
@NullMarked
package dev.mete.engine.drools.full;

import org.jspecify.annotations.NullMarked;
