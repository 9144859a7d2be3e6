/** Policies in the engine's own terms, decided by a network of Drools: built through its Model API, without any code of an author. */
@NullMarked
package dev.mete.engine.drools.network;

import org.jspecify.annotations.NullMarked;
