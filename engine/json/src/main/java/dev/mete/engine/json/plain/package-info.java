/** The plain way from the bytes of a task to the bytes of its decision: no parser, no tree, nothing copied that need not be. */
@NullMarked
package dev.mete.engine.json.plain;

import org.jspecify.annotations.NullMarked;
