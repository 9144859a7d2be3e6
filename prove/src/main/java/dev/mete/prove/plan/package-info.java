/** What a policy decides, as formulas over all tasks: which plan is taken where, and what its figures come to. */
@NullMarked
package dev.mete.prove.plan;

import org.jspecify.annotations.NullMarked;
