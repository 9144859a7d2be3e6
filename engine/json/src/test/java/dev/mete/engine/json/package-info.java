/** Tests of the JSON forms. */
@NullMarked
package dev.mete.engine.json;

import org.jspecify.annotations.NullMarked;
