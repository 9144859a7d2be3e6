/** What tests reach of a policy, and what it would take to reach the rest. */
@NullMarked
package dev.mete.prove.cover;

import org.jspecify.annotations.NullMarked;
