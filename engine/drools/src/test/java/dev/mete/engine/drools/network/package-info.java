/** Tests of deciding on a network of Drools. */
@NullMarked
package dev.mete.engine.drools.network;

import org.jspecify.annotations.NullMarked;
