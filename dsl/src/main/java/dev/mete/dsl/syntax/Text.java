package dev.mete.dsl.syntax;

import dev.mete.engine.diagnostic.Span;

/** A text in quotes: what it says, and where it stands, quotes included. */
public record Text(String value, Span span) {}
