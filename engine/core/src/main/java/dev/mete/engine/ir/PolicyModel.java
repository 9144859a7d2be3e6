package dev.mete.engine.ir;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.diagnostic.Span;

/** A model that a policy may choose, under the policy's own name for it. */
public record PolicyModel(String alias, Model model, Span span) {}
