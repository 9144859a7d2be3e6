/** From the text of a policy to its syntax tree. Nothing outside of this package touches the generated grammar. */
@NullMarked
package dev.mete.dsl.parse;

import org.jspecify.annotations.NullMarked;
