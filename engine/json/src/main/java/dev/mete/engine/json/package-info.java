/** JSON forms of catalogs, tasks and decisions. */
@NullMarked
package dev.mete.engine.json;

import org.jspecify.annotations.NullMarked;
