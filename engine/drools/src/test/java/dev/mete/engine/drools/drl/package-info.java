/** Tests of reading restricted DRL. */
@NullMarked
package dev.mete.engine.drools.drl;

import org.jspecify.annotations.NullMarked;
