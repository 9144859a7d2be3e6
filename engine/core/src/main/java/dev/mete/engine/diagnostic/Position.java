package dev.mete.engine.diagnostic;

/** A place in a source: line and column, both from 1. */
public record Position(int line, int column) {}
