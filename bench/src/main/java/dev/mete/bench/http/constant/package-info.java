/** Servers that read what is posted and answer it by the same bytes each time, for what Mete is compared with; each runs in a process of its own. */
@NullMarked
package dev.mete.bench.http.constant;

import org.jspecify.annotations.NullMarked;
