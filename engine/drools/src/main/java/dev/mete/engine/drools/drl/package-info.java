/** The restricted rule language: real DRL, read by Drools' parser, checked against a subset, and never compiled as Java. */
@NullMarked
package dev.mete.engine.drools.drl;

import org.jspecify.annotations.NullMarked;
