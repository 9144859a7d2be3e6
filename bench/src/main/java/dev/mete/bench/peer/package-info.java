/** What else decides the policies that Mete is measured on. */
@NullMarked
package dev.mete.bench.peer;

import org.jspecify.annotations.NullMarked;
