/** Policies as Drools rules: reads restricted DRL into the engine's IR, and runs the IR on Drools. */
@NullMarked
package dev.mete.engine.drools;

import org.jspecify.annotations.NullMarked;
