/** Tests of full DRL, and of restricted DRL in plain Drools. */
@NullMarked
package dev.mete.engine.drools.full;

import org.jspecify.annotations.NullMarked;
