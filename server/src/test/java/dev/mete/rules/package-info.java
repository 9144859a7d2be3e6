/** What the policies that are shipped promise, and the pages that teach to write them. */
@NullMarked
package dev.mete.rules;

import org.jspecify.annotations.NullMarked;
