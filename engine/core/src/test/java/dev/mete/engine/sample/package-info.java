/** Models, policies and tasks that tests are made of. */
@NullMarked
package dev.mete.engine.sample;

import org.jspecify.annotations.NullMarked;
