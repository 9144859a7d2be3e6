/** What rules in DRL see of a task and what they ask for, the same in Mete and in plain Drools. */
@NullMarked
package dev.mete.engine.drools.fact;

import org.jspecify.annotations.NullMarked;
