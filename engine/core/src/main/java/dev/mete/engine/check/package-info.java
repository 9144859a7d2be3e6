/** Checks of a policy that do not depend on the language it is written in. */
@NullMarked
package dev.mete.engine.check;

import org.jspecify.annotations.NullMarked;
