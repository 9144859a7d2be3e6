/** Policies and tasks drawn at random over all that a policy can say, for tests that hold two engines or two languages to each other. */
@NullMarked
package dev.mete.engine.drools.generated;

import org.jspecify.annotations.NullMarked;
