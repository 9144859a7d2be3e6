/** Figures with where and when they were taken, as files and as tables for people. */
@NullMarked
package dev.mete.bench.report;

import org.jspecify.annotations.NullMarked;
