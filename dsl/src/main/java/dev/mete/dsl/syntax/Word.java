package dev.mete.dsl.syntax;

import dev.mete.engine.diagnostic.Span;

/** A name as written. */
public record Word(String text, Span span) {}
