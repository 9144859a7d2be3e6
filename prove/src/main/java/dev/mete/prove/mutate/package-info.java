/** Small changes of a policy that its tests should notice. */
@NullMarked
package dev.mete.prove.mutate;

import org.jspecify.annotations.NullMarked;
