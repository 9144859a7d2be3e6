/** The command line, within this process and as a process of its own. */
@NullMarked
package dev.mete.cli;

import org.jspecify.annotations.NullMarked;
