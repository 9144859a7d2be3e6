/** Tests of reading price maps. */
@NullMarked
package dev.mete.engine.json.imports;

import org.jspecify.annotations.NullMarked;
