/** What reading a policy finds wrong: the codes of the language's diagnostics, and what collects them. */
@NullMarked
package dev.mete.dsl.report;

import org.jspecify.annotations.NullMarked;
