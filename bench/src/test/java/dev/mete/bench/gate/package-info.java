/** What a build has to reach, measured: memory under reloads, answers under reloads, the first answer. */
@NullMarked
package dev.mete.bench.gate;

import org.jspecify.annotations.NullMarked;
