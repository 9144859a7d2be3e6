/** The command line. */
@NullMarked
package dev.mete.cli;

import org.jspecify.annotations.NullMarked;
