/** Tests of both halves of the module together: restricted DRL read and decided, on generated policies too. */
@NullMarked
package dev.mete.engine.drools;

import org.jspecify.annotations.NullMarked;
