/** The running service under load: beside bare servers, in bulk, while policies are saved, at its start, and at rest. */
@NullMarked
package dev.mete.bench.http;

import org.jspecify.annotations.NullMarked;
