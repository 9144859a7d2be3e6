/** The report of a simulation as one page with charts that needs no network. */
@NullMarked
package dev.mete.simulate.report.html;

import org.jspecify.annotations.NullMarked;
