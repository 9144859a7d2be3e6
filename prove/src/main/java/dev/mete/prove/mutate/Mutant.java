package dev.mete.prove.mutate;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.PolicyIr;

/**
 * A policy with one small change. Immutable.
 *
 * @param change what was changed, such as {@code `<` became `<=`}
 * @param span where
 */
public record Mutant(String change, Span span, PolicyIr policy) {}
