/** Tests of the page. */
@NullMarked
package dev.mete.simulate.report.html;

import org.jspecify.annotations.NullMarked;
