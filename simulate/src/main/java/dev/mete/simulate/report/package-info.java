/** What a simulation comes to, and its forms for people and programs. */
@NullMarked
package dev.mete.simulate.report;

import org.jspecify.annotations.NullMarked;
