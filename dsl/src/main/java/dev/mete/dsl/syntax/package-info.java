/** Policies as they are written: the syntax tree of the Mete language, each node with its span. */
@NullMarked
package dev.mete.dsl.syntax;

import org.jspecify.annotations.NullMarked;
