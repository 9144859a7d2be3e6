/** The canonical layout of policy files. */
@NullMarked
package dev.mete.dsl.format;

import org.jspecify.annotations.NullMarked;
