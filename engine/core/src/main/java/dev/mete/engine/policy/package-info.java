/** Policies as callers see them: languages, engines, sources, compiled policies and explanations. */
@NullMarked
package dev.mete.engine.policy;

import org.jspecify.annotations.NullMarked;
