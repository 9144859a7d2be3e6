/** What the service answers where it has no decision: problem details as RFC 9457 has them. */
@NullMarked
package dev.mete.server.problem;

import org.jspecify.annotations.NullMarked;
