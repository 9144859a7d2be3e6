/** Generated policies and tasks, and the same policies as hand-written Java. */
@NullMarked
package dev.mete.bench.workload;

import org.jspecify.annotations.NullMarked;
