/** The Mete language: from the text of a policy to the engine's own terms. */
@NullMarked
package dev.mete.dsl;

import org.jspecify.annotations.NullMarked;
