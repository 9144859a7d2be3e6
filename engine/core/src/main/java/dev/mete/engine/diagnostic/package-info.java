/** What is wrong with a text, where, and what to write instead. */
@NullMarked
package dev.mete.engine.diagnostic;

import org.jspecify.annotations.NullMarked;
