/** What a policy asks of tasks, as sets of cells: values of one feature that no condition tells apart. */
@NullMarked
package dev.mete.prove.space;

import org.jspecify.annotations.NullMarked;
