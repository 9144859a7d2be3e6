/** What a decision is, and how one is made. */
@NullMarked
package dev.mete.engine;

import org.jspecify.annotations.NullMarked;
