/** What a policy can and cannot do, exactly, with a witness. */
@NullMarked
package dev.mete.prove;

import org.jspecify.annotations.NullMarked;
